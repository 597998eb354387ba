/** The roster's questions as SQL. Their values stand in `ask.j`, one JSON object: `day` is today, the others as named below. */

const value = (name: string) => `(SELECT j ->> '$.${name}' FROM ask)`;
const list = (name: string) => `(SELECT value FROM json_each((SELECT j -> '$.${name}' FROM ask)))`;
const current = (row: string) =>
  `${row}.begin_day <= ${value('day')} AND (${row}.end_day IS NULL OR ${row}.end_day >= ${value('day')})`;

/** Ids here of things of a kind that are named by the id here or by a source's. */
const named = (name: string, kind: string) =>
  `SELECT id FROM roster_ids WHERE kind = '${kind}' AND active = 1
     AND (id IN ${list(name)} OR source_id IN ${list(name)})`;

const schoolsAtWork = `
  SELECT r.school FROM roster_staff_roles r JOIN roster_people p ON p.id = r.person
  WHERE r.person = ${value('person')} AND r.active = 1 AND p.active = 1 AND r.role <> '' AND ${current('r')}`;

const taught = `
  SELECT s.person FROM roster_class_members t
  JOIN roster_classes c ON c.id = t.class AND c.active = 1 AND ${current('c')}
  JOIN roster_class_members s ON s.class = c.id AND s.role = 'student' AND s.active = 1 AND ${current('s')}
  JOIN roster_people p ON p.id = t.person AND p.active = 1
  WHERE t.person = ${value('person')} AND t.role = 'teacher' AND t.active = 1 AND ${current('t')}`;

const children = `
  SELECT g.student FROM roster_contacts g JOIN roster_people p ON p.id = g.contact
  WHERE g.contact = ${value('person')} AND g.active = 1 AND g.education_rights = 1 AND p.active = 1`;

/** Of an active person, by username, by a source's id of staff or contact or student, or by the id here. Values: `name`. */
export const personByName = `
  SELECT id FROM roster_people WHERE active = 1 AND (id = ${value('name')} OR username = ${value('name')})
  UNION
  SELECT p.id FROM roster_ids i JOIN roster_people p ON p.id = i.id
  WHERE i.source_id = ${value('name')} AND i.active = 1 AND p.active = 1`;

/** Schools at which a person works, and those that the token names. Values: `person`, `ids`. */
export const schoolsOfStaff = `${schoolsAtWork.replace('SELECT r.school', 'SELECT r.school AS id')}
  UNION ${named('ids', 'school')}`;

/** These and everything below them. Values: `ids`. */
export const schoolsBelow = `, below (id) AS (
    SELECT value FROM json_each((SELECT j -> '$.ids' FROM ask))
    UNION SELECT s.id FROM roster_schools s JOIN below ON s.parent = below.id)
  SELECT id FROM below`;

export const studentIds = named('ids', 'student');

/** Students by the relations school, class and child. Values: `person`, `schools`, `ids`. */
export const studentsOfAsker = `
  SELECT e.student AS id FROM roster_student_schools e
  WHERE ${current('e')} AND (e.school IN (${schoolsAtWork}) OR e.school IN (${named('schools', 'school')}))
  UNION ${taught} UNION ${children} UNION ${studentIds}`;

/** Students who are somebody's without their school. Values: `person`, `ids`. */
export const studentsWithoutSchool = `
  SELECT id FROM roster_people WHERE active = 1 AND id IN (${taught} UNION ${children} UNION ${studentIds})`;

/** Rows of active students among `ids`, whose name contains `query`, by name, at most `limit`. */
export const students = (ids: string) => `
  SELECT p.id, p.given_name || ' ' || p.family_name AS name, coalesce(e.grade, p.grade) AS grade,
    p.birth_date AS birthDate, e.school AS school, s.name AS schoolName
  FROM roster_people p
  LEFT JOIN (
    SELECT student, school, max(grade) AS grade, max(begin_day) FROM roster_student_schools e
    WHERE ${current('e')} GROUP BY student
  ) e ON e.student = p.id
  LEFT JOIN roster_schools s ON s.id = e.school
  WHERE p.kind = 'student' AND p.active = 1 AND p.id IN (${ids})
    AND (${value('query')} = ''
      OR instr(lower(p.given_name || ' ' || p.family_name), lower(${value('query')})) > 0
      OR instr(lower(coalesce(p.preferred_name, '')), lower(${value('query')})) > 0)
  ORDER BY p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, p.id
  LIMIT ${value('limit')}`;

/** How somebody stands to a student. Values: `student`, `person`, `schools`, `students`. */
export const relations = `, seat (school) AS (
    SELECT e.school FROM roster_student_schools e JOIN roster_people p ON p.id = e.student
    WHERE e.student = ${value('student')} AND p.active = 1 AND ${current('e')}),
  work (school) AS (${schoolsAtWork} UNION ${named('schools', 'school')}),
  above (school) AS (SELECT school FROM seat
    UNION SELECT s.parent FROM roster_schools s JOIN above ON s.id = above.school WHERE s.parent IS NOT NULL)
  SELECT
    EXISTS (SELECT 1 FROM seat JOIN work USING (school)) AS school,
    EXISTS (SELECT 1 FROM above JOIN work USING (school)) AS district,
    ${value('student')} IN (${taught}) AS class,
    ${value('student')} IN (${children}) AS rights,
    ${value('student')} IN (${named('students', 'student')}) AS named`;

/** Staff of a student's schools, then the student's contacts. Of several positions the one with the fullest title. Values: `student`. */
export const people = `
  SELECT id, name, kind, role, title, relation FROM (
    SELECT p.id, p.given_name || ' ' || p.family_name AS name, 'staff' AS kind,
      r.role, r.title, max(length(r.title)), NULL AS relation, 0 AS place, p.family_name AS family, p.given_name AS given
    FROM roster_staff_roles r JOIN roster_people p ON p.id = r.person
    WHERE r.active = 1 AND p.active = 1 AND ${current('r')} AND r.school IN (
      SELECT e.school FROM roster_student_schools e WHERE e.student = ${value('student')} AND ${current('e')})
    GROUP BY p.id
    UNION ALL
    SELECT p.id, p.given_name || ' ' || p.family_name, 'contact',
      CASE WHEN max(coalesce(g.education_rights, 0)) = 1 THEN 'parent' ELSE '' END, '', 0, max(g.relation),
      coalesce(min(g.contact_order), 99), p.family_name, p.given_name
    FROM roster_contacts g JOIN roster_people p ON p.id = g.contact
    WHERE g.student = ${value('student')} AND g.active = 1 AND p.active = 1
    GROUP BY p.id)
  ORDER BY kind DESC, place, family COLLATE NOCASE, given COLLATE NOCASE`;

/** Values: `person`. */
export const nameOf = `
  SELECT given_name || ' ' || family_name AS id FROM roster_people WHERE id = ${value('person')}`;
