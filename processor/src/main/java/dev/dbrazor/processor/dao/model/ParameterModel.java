package dev.dbrazor.processor.dao.model;

import dev.dbrazor.processor.model.TypeName;

/** A method's parameter as declared. */
public record ParameterModel(String name, TypeName type, boolean nullable) {}
