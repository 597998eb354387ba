import type { PlannedService, Plain, RowView } from '@ssp-kit/process';

/** What of a session repeats from one time to the next. */
const repeated = ['startTime', 'minutes', 'group', 'groupSize', 'location'] as const;

/**
 * The answers a new session begins with: today, the service, and what it was like the last time; the plan's own words where
 * there was none. `past` are sessions of this provider, signed ones and drafts, in any order.
 */
export function firstValues(
  service: PlannedService,
  past: readonly RowView[],
  today: string,
): Readonly<Record<string, Plain>> {
  const [last] = past
    .filter((row) => row['service'] === service.id && row['status'] === 'provided')
    .sort((a, b) => placeOf(b).localeCompare(placeOf(a)));
  const values: Record<string, Plain> = {
    service: service.id,
    date: today,
    status: 'provided',
    minutes: service.minutes,
    location: service.location,
    group: 'individual',
  };
  for (const name of repeated) {
    const value = last?.[name];
    if (value != null) values[name] = value;
  }
  return values;
}

function placeOf(row: RowView): string {
  return `${String(row['date'] ?? '')} ${String(row['startTime'] ?? '')}`;
}
