import type { Process } from '../process.js';
import type { ClockRow, StopDate } from '../tables/clocks.js';
import { type Block, code, heading, paragraph, table } from './blocks.js';

/** Every deadline: what starts it, how long it runs and what stops it; the events that are recorded, and the school calendar. */
export function clockBlocks(process: Process): Block[] {
  const { clocks, events, calendar } = process;
  const day = (id: string) => process.dates.find((row) => row.id === id)?.label ?? id;
  const dayOf = ({ closed }: { readonly closed: boolean }) => (closed ? 'closed' : 'report');
  const spans = [
    ...calendar.closed.map((span) => ({ ...span, reportsDue: undefined, closed: true })),
    ...(calendar.terms ?? []).map((span) => ({ reportsDue: undefined, ...span, closed: false })),
  ];
  return [
    heading(2, 'Deadlines', 'deadlines'),
    paragraph(
      'Of several starts the earliest counts, unless the row says the latest. The end of the case stops every deadline; a date corrected by hand wins.',
    ),
    table(
      'Deadlines',
      ['deadline', 'for the family', 'starts with', 'due', 'stops with', 'only', 'source'],
      clocks.map((row) => [
        [`**${row.label}**`, code(row.id)],
        row.familyLabel,
        [...row.start.map(day), row.latest && row.start.length > 1 ? '(the latest of them)' : ''],
        dueOf(row, day),
        stopsOf(row, day),
        onlyOf(row),
        [row.source, ...(row.cautions ?? []).map(({ says }) => says)],
      ]),
    ),
    table(
      'Events that are recorded',
      ['event', 'sets the date', 'source'],
      events.map(({ id, label, sets, source }) => [`**${label}** ${code(id)}`, day(sets), source]),
    ),
    paragraph(
      `School days are Monday to Friday, less the closed days. The school year begins on ${calendar.schoolYear.from} (${calendar.source}).`,
    ),
    ...(spans.length === 0
      ? []
      : [
          table(
            'The school calendar',
            ['what', 'from', 'until', 'kind'],
            spans.map((span) => [
              span.label,
              span.from,
              span.until,
              `${dayOf(span)}${span.reportsDue ? `, due ${span.reportsDue}` : ''}`,
            ]),
          ),
        ]),
  ];
}

function dueOf(
  { count, unit, agreed, cappedBy, inPlanTerm, each, before, warning, soon }: ClockRow,
  day: (id: string) => string,
): string[] {
  const units = { days: 'calendar days', 'school-days': 'school days', years: 'years' } as const;
  return [
    `${before ? 'not before ' : ''}${count} ${units[unit]}`,
    agreed ? `or ${day(agreed)}` : '',
    cappedBy ? `or ${day(cappedBy)}, if that is sooner` : '',
    inPlanTerm ? 'when the IEP begins whose term has that day' : '',
    each === 'school-year' ? 'in every school year' : '',
    each === 'report-period' ? 'with every period of reports' : '',
    warning ? 'a reminder, not the law' : '',
    soon > 0 ? `shown as soon ${soon} days before` : '',
  ];
}

function stopsOf({ stopsWithAll = [], stopsWithAny = [] }: ClockRow, day: (id: string) => string): string[] {
  const said = (stop: StopDate) =>
    typeof stop === 'string' ? day(stop) : `${day(stop.date)} (tracks ${stop.when.tracks.join(', ')})`;
  return [
    ...(stopsWithAll.length > 0 ? [`all of: ${stopsWithAll.map(said).join('; ')}`] : []),
    ...(stopsWithAny.length > 0
      ? [`${stopsWithAny.length > 1 ? 'any of: ' : ''}${stopsWithAny.map(said).join('; ')}`]
      : []),
  ];
}

function onlyOf({ suspected, tracks, ahead, display }: ClockRow): string[] {
  return [
    suspected ? 'a disability is suspected' : '',
    tracks ? `tracks ${tracks.map((track) => track ?? 'none yet').join(', ')}` : '',
    ahead ? 'the request came before the due day' : '',
    display ? 'asked for by the program, no deadline of a case' : '',
  ];
}
