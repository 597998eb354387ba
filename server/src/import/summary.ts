import type { ImportSummary, Subject } from './import-roster.js';

const labels: Readonly<Record<Subject, string>> = {
  schools: 'schools and districts',
  staff: 'staff',
  students: 'students',
  contacts: 'contacts',
  roles: 'staff positions',
  guardians: 'contacts of students',
  classes: 'classes',
  members: 'members of classes',
  enrolments: 'enrolments',
  programs: 'programs of students',
};

/** What a person reads at the end of an import, line by line. */
export function summarize(
  summary: ImportSummary,
  asked: { readonly source: string; readonly format: string },
): string[] {
  const lines = [`Import ${summary.id} of "${asked.source}" (${asked.format}):`];
  for (const [subject, label] of Object.entries(labels)) {
    const { added, changed, unchanged, deactivated } = summary.counts[subject as Subject];
    const total = added + changed + unchanged;
    if (total + deactivated === 0) continue;
    lines.push(`  ${total} ${label}: ${added} new, ${changed} changed, ${unchanged} as before, ${deactivated} gone`);
  }
  lines.push(
    `  ${summary.issues === 0 ? 'every row could be used' : `${summary.issues} rows with a problem, listed above`}`,
  );
  if (summary.unused.length > 0) lines.push(`  not needed for a roster: ${summary.unused.join(', ')}`);
  const students = count(summary, 'students');
  if (students > 0 && summary.studentsWithSchool === 0) {
    lines.push('This source names no enrolments: nobody has a right to its students by school or class.');
    lines.push('Import enrolments as well (Ed-Fi StudentEnrollment, or a OneRoster folder with the same state ids).');
  }
  if (count(summary, 'contacts') > 0) {
    lines.push(
      `Of its contacts, ${summary.contactsWithRights} have an education-rights flag. A contact has no right by itself: it becomes a parent here by that flag, by the host's token, or by the decision to admit a family member.`,
    );
  }
  for (const { covers, active, gone } of summary.held) {
    lines.push(
      `NOT DONE: ${gone} of ${active} rows (${covers}) are gone. That is more than half: nothing was deactivated; run again with --force if it is right.`,
    );
  }
  for (const file of summary.broken) {
    lines.push(`UNUSABLE: ${file} could not be read to its end. What came before was taken; nothing was deactivated.`);
  }
  return lines;
}

function count(summary: ImportSummary, subject: Subject): number {
  const { added, changed, unchanged } = summary.counts[subject];
  return added + changed + unchanged;
}
