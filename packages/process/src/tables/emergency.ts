/** How an emergency access works; who opens and who reviews it stands in deciders.ts, by when in clocks.ts. */
export interface EmergencyRow {
  /** Minutes from the decision until the access ends by itself. */
  readonly minutes: number;
  readonly source: string;
}

export const emergency: EmergencyRow = {
  minutes: 60,
  source: 'domain §11, hard rule e; 34 CFR 99.36: for as long as the emergency lasts. The hour is inference',
};
