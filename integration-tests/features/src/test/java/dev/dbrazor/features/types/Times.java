package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Local times, which are text. */
@Collection("times")
record Times(@Id long id, LocalTime time, LocalDateTime dateTime) {}
