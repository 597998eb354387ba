import type { CaseState } from '../case-state.js';
import { addYears } from '../days.js';
import { isPrompt } from '../notice-draft.js';
import type { Process } from '../process.js';
import { noticeElements } from '../tables/notice-texts.js';
import { aboutOf, stringOf, dayOf, type Finders, rowsOf, term, viewOf, written } from './material.js';

/** Notices, and what reaches or comes from the family. */
export const noticeFacts: Finders = {
  'notice.draft': ({ process, state, payload }) => {
    const about = term(process, 'notice-about', payload['about']);
    return {
      about,
      known: process.notices.some(({ id }) => id === about),
      underWay: state.notices.filter((row) => row.about === about && row.document !== null && row.provided === null)
        .length,
      reached:
        state.notices.some((row) => row.about === about && row.provided === null) || mayDraft(process, state, about),
    };
  },
  'notice.provide': (material) => {
    const { process } = material;
    const notice = viewOf(material, 'notice');
    return {
      about: aboutOf(material, 'notice'),
      providedDate: dayOf(notice['providedDate']),
      method: term(process, 'notice-method', notice['method']),
      language: term(process, 'language', notice['language']),
      // What is not written at all is asked for field by field.
      elementsMissing: noticeElements.filter((name) => isPrompt(notice[name])),
      safeguardsDate: dayOf(notice['safeguardsDate']),
      consentRequestDate: dayOf(notice['consentRequestDate']),
    };
  },
  'event.record': ({ process, payload }) => ({
    event: term(process, 'case-event', payload['event']),
    day: dayOf(payload['day']),
    sets: process.events.find(({ id }) => id === payload['event'])?.sets ?? null,
  }),
  'rights.transfer': ({ process, state, payload }) => ({
    day: dayOf(payload['day']),
    transferred: state.rightsTransferred !== null,
    birthDate: state.student.birthDate ?? null,
    majorityDate: state.student.birthDate ? addYears(state.student.birthDate, process.profile.majorityAge ?? 18) : null,
  }),
  'clock.correct': ({ process, payload }) => {
    const [start, stop] = [dayOf(payload['start']), dayOf(payload['stop'])];
    return {
      clock: process.clocks.some(({ id }) => id === payload['clock']) ? stringOf(payload['clock']) : null,
      start,
      stop,
      any: start !== null || stop !== null,
      hasReason: written(payload['reason']),
    };
  },
  'progress.open': ({ state, payload }) => ({
    periodEnd: dayOf(payload['periodEnd']),
    hasPlan: state.plan !== null,
    goals: state.plan?.goals ?? [],
  }),
  'progress.publish': (material) => {
    const { process } = material;
    const report = viewOf(material, 'progress');
    const judged = new Map(rowsOf(report, 'goals').map((row) => [row['goal'], row]));
    return {
      periodEnd: dayOf(report['periodEnd']),
      sentDate: dayOf(report['sentDate']),
      goalsWithoutCode: (material.state.plan?.goals ?? []).filter(
        (goal) => !term(process, 'progress-code', judged.get(goal)?.['code']),
      ),
    };
  },
};

/** Whether a notice may be drafted here before the decision that it tells of. */
function mayDraft({ notices }: Process, { state }: CaseState, about: string | null): boolean {
  return notices.some(({ id, draftedIn }) => id === about && draftedIn?.includes(state));
}
