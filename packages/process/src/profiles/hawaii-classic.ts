import type { Process } from '../process.js';
import { actions } from '../tables/actions.js';
import { calendar } from '../tables/calendar.js';
import { hawaiiClocks } from '../tables/clocks.js';
import { conferences } from '../tables/conferences.js';
import { dates } from '../tables/dates.js';
import { documents } from '../tables/documents.js';
import { emergency } from '../tables/emergency.js';
import { events } from '../tables/events.js';
import { fields } from '../tables/fields/index.js';
import { lre } from '../tables/lre.js';
import { nextSteps } from '../tables/next-steps.js';
import { notices } from '../tables/notices.js';
import { requirements } from '../tables/requirements.js';
import { retention } from '../tables/retention.js';
import { rights, rosterRights } from '../tables/rights.js';
import { roles, staffRoles } from '../tables/roles.js';
import { sections } from '../tables/sections.js';
import { stages, states, tracks } from '../tables/stages.js';
import { correction, substance } from '../tables/substance.js';
import { upgrades } from '../tables/upgrades.js';
import { vocabularies } from '../tables/vocabularies/index.js';

/** The six stages with Action Plan, IEP and Modification Plan, as eCSSS had them: the default. */
export const hawaiiClassic: Process = {
  version: 'hawaii-classic/2+f9cadc21',
  profile: { id: 'hawaii-classic', label: 'Hawaii, classic', revision: 2, timeZone: 'Pacific/Honolulu' },
  stages,
  states,
  tracks,
  roles,
  staffRoles,
  documents,
  fields,
  vocabularies,
  actions,
  requirements,
  rights,
  rosterRights,
  clocks: hawaiiClocks,
  dates,
  events,
  calendar,
  nextSteps,
  sections,
  notices,
  substance,
  correction,
  conferences,
  lre,
  emergency,
  retention,
  upgrades,
};
