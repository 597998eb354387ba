/** The package's ES module by its file: its entry for `import` is a wrapper around a script, which a browser cannot load unbundled. */
declare module 'dexie/dist/dexie.mjs' {
  export * from 'dexie';
}
