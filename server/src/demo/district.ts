import { localDay } from '@ssp-kit/process';
import { importRoster } from '../import/import-roster.js';
import { rosterMigrations } from '../roster/schema.js';
import { openFile } from '../storage/sqlite/open.js';
import { activeIep } from './cases/active-iep.js';
import { actionPlan } from './cases/action-plan.js';
import { concernBegun } from './cases/concern-begun.js';
import { concernSent } from './cases/concern-sent.js';
import { definingNeeds } from './cases/defining-needs.js';
import { gatheringData } from './cases/gathering-data.js';
import { iepInWriting } from './cases/iep-in-writing.js';
import { lateAnswer } from './cases/late-answer.js';
import { modificationPlan } from './cases/modification-plan.js';
import { planReview } from './cases/plan-review.js';
import { reevaluation } from './cases/reevaluation.js';
import { waitingForConsent } from './cases/waiting-for-consent.js';
import { demoRoster } from './roster-rows.js';
import { Story, type StoryServices } from './story.js';

export interface DemoServices extends StoryServices {
  /** The database file that `storage` and `tables` stand for. */
  readonly file: string;
}

const stories = [
  concernBegun,
  concernSent,
  gatheringData,
  definingNeeds,
  lateAnswer,
  waitingForConsent,
  iepInWriting,
  activeIep,
  actionPlan,
  modificationPlan,
  reevaluation,
  planReview,
];

/** Makes the demo district in an empty data folder: its roster, and a case for every stage of the process. */
export async function makeDemoDistrict(services: DemoServices): Promise<void> {
  const today = localDay(services.now(), services.process.profile.timeZone);
  const db = openFile(services.file, { roster: rosterMigrations });
  try {
    await importRoster({
      db,
      source: 'demo',
      format: 'demo',
      read: () => demoRoster(today),
      onIssue: ({ row }, why) => {
        throw new Error(`the demo's roster: ${row} ${why}`);
      },
      now: services.now,
    });
  } finally {
    db.close();
  }
  for (const tell of stories) await tell(new Story(services));
}
