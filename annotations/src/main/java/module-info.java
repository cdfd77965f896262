/** The annotations that DBRazor's processor reads; they need no other module. */
module dev.dbrazor.annotation {
  exports dev.dbrazor.annotation;
}
