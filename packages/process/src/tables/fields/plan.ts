import type { FieldRow } from './field-row.js';
import { planCoreFields } from './plan-core.js';
import { planGoalsFields } from './plan-goals.js';
import { planIepFields } from './plan-iep.js';
import { planServicesFields } from './plan-services.js';

/** Action Plan, IEP and Modification Plan: one form whose fields the track chooses. */
export const planFields: readonly FieldRow[] = [...planCoreFields, ...planGoalsFields, ...planServicesFields, ...planIepFields];
