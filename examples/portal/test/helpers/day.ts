/** A day in the district's time zone, `YYYY-MM-DD`, so many days from today. */
export function day(offset = 0): string {
  const instant = new Date(Date.now() + offset * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Honolulu' }).format(instant);
}

/** The same day as the pages say it. */
export function shownDay(iso: string): string {
  const options = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-US', options).format(new Date(`${iso}T00:00:00Z`));
}
