/** Who made a transaction. Observers switch on the object's `source`; undo tracks `edit` alone. */
export interface Origin {
  readonly source: 'edit' | 'server' | 'storage' | 'migration';
}

export const origins = {
  edit: { source: 'edit' },
  server: { source: 'server' },
  storage: { source: 'storage' },
  migration: { source: 'migration' },
} as const satisfies Record<Origin['source'], Origin>;
