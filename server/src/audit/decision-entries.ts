/** What the audit log tells of a decision: itself by its hash, and each document that it seals or cites. */
import { createHash } from 'node:crypto';
import type { Decision } from '@ssp-kit/process';
import { auditedFacts } from '@ssp-kit/process/records';
import type { AuditEntry } from './chain.js';

interface Kept {
  readonly document: string;
  readonly version: number;
  readonly hash: string;
  readonly freeze: boolean;
}

export function decisionEntries(caseId: string, decision: Decision, copies: readonly Kept[]): AuditEntry[] {
  const { seq, at, actor, action } = decision;
  const by = { at, person: actor.person, caseId };
  return [
    {
      ...by,
      action,
      document: null,
      detail: {
        ...{ seq, roles: actor.roles, decision: decisionHash(JSON.stringify(decision)) },
        ...Object.fromEntries((auditedFacts[action] ?? []).map((name) => [name, decision.facts[name]])),
      },
    },
    ...copies.map(({ document, version, hash, freeze }) => ({
      ...by,
      action: freeze ? 'document.seal' : 'document.cite',
      document,
      detail: { seq, version, copy: hash },
    })),
  ];
}

/** SHA-256 of a decision as it is stored, hex. */
export function decisionHash(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}
