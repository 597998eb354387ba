import type { Story } from '../story.js';

export interface ToldSession {
  readonly service: string;
  readonly offset: number;
  readonly startTime: string;
  readonly minutes: number;
  readonly status?: string;
  readonly groupSize?: number;
  readonly location: string;
  readonly note: string;
}

/** A provider writes down sessions and signs each on its day; the last ones can be left as drafts. */
export async function logSessions(
  story: Story,
  by: string,
  told: readonly ToldSession[],
  { drafts = 0 }: { readonly drafts?: number } = {},
): Promise<void> {
  const document = await story.open('log', { of: by });
  for (const [index, session] of told.entries()) {
    const { offset, groupSize, status, ...rest } = session;
    story.on(offset, '15:15');
    let id = '';
    await story.write(by, document, (edit) => {
      id = edit.addRow('sessions', {
        values: {
          ...rest,
          date: story.day(offset),
          status: status ?? 'provided',
          group: groupSize ? 'group' : 'individual',
          groupSize: groupSize ?? null,
        },
      });
    });
    if (index < told.length - drafts) await story.decide(by, 'service.sign', { document, session: id });
  }
}
