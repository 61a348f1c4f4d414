interface ImportMetaEnv {
  /** Version of the app as built; absent in tests. */
  readonly WAYMARK_VERSION?: string;
}
