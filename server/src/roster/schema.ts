/**
 * The roster's tables, for `openSqlite({ tables: { roster: rosterMigrations } })`. A change is a new entry.
 *
 * `roster_ids` says which record of which source is which thing here; `detail` is what that source says of it. People and
 * schools are what their sources say together, the first source before the others. Rows that tie things together belong to
 * one source. Nothing is ever deleted: what is gone is `active = 0`. `begin_day` is '' and `end_day` null where open.
 */
export const rosterMigrations: readonly string[] = [
  `
  CREATE TABLE roster_ids (
    source TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('school', 'class', 'staff', 'contact', 'student')),
    source_id TEXT NOT NULL,
    id TEXT NOT NULL,
    state_id TEXT,
    detail TEXT NOT NULL,
    active INTEGER NOT NULL,
    UNIQUE (source, kind, source_id)
  ) STRICT;
  CREATE INDEX roster_ids_id ON roster_ids (id);
  CREATE INDEX roster_ids_source_id ON roster_ids (source_id);
  CREATE INDEX roster_ids_state_id ON roster_ids (state_id, kind) WHERE state_id IS NOT NULL;

  CREATE TABLE roster_schools (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('school', 'district', 'other')),
    parent TEXT,
    active INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE roster_people (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'contact', 'student')),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    preferred_name TEXT,
    email TEXT,
    username TEXT COLLATE NOCASE,
    birth_date TEXT,
    grade TEXT,
    active INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX roster_people_username ON roster_people (username) WHERE username IS NOT NULL;
  CREATE INDEX roster_people_name ON roster_people (family_name, given_name);

  CREATE TABLE roster_staff_roles (
    source TEXT NOT NULL,
    person TEXT NOT NULL,
    school TEXT NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    begin_day TEXT NOT NULL,
    end_day TEXT,
    active INTEGER NOT NULL,
    UNIQUE (source, person, school, role, title, begin_day)
  ) STRICT;
  CREATE INDEX roster_staff_roles_person ON roster_staff_roles (person);
  CREATE INDEX roster_staff_roles_school ON roster_staff_roles (school);

  CREATE TABLE roster_contacts (
    source TEXT NOT NULL,
    student TEXT NOT NULL,
    contact TEXT NOT NULL,
    relation TEXT,
    education_rights INTEGER,
    language TEXT,
    interpreter INTEGER,
    contact_order INTEGER,
    active INTEGER NOT NULL,
    UNIQUE (source, student, contact)
  ) STRICT;
  CREATE INDEX roster_contacts_student ON roster_contacts (student);
  CREATE INDEX roster_contacts_contact ON roster_contacts (contact);

  CREATE TABLE roster_classes (
    id TEXT PRIMARY KEY,
    school TEXT NOT NULL,
    title TEXT NOT NULL,
    begin_day TEXT NOT NULL,
    end_day TEXT,
    active INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE roster_class_members (
    source TEXT NOT NULL,
    class TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('teacher', 'student')),
    begin_day TEXT NOT NULL,
    end_day TEXT,
    active INTEGER NOT NULL,
    UNIQUE (source, class, person, role, begin_day)
  ) STRICT;
  CREATE INDEX roster_class_members_class ON roster_class_members (class);
  CREATE INDEX roster_class_members_person ON roster_class_members (person);

  CREATE TABLE roster_enrolments (
    source TEXT NOT NULL,
    student TEXT NOT NULL,
    school TEXT NOT NULL,
    grade TEXT,
    begin_day TEXT NOT NULL,
    end_day TEXT,
    active INTEGER NOT NULL,
    UNIQUE (source, student, school, begin_day)
  ) STRICT;
  CREATE INDEX roster_enrolments_student ON roster_enrolments (student);
  CREATE INDEX roster_enrolments_school ON roster_enrolments (school);

  CREATE TABLE roster_programs (
    source TEXT NOT NULL,
    student TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    begin_day TEXT NOT NULL,
    end_day TEXT,
    detail TEXT NOT NULL,
    active INTEGER NOT NULL,
    UNIQUE (source, student, kind, name, begin_day)
  ) STRICT;
  CREATE INDEX roster_programs_student ON roster_programs (student);

  CREATE TABLE roster_imports (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    format TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    changes INTEGER NOT NULL DEFAULT 0,
    issues INTEGER NOT NULL DEFAULT 0,
    counts TEXT
  ) STRICT;

  CREATE VIEW roster_student_schools AS
    SELECT student, school, grade, begin_day, end_day FROM roster_enrolments WHERE active = 1
    UNION ALL
    SELECT m.person, c.school, NULL, max(m.begin_day, c.begin_day),
      CASE WHEN m.end_day IS NULL OR c.end_day < m.end_day THEN c.end_day ELSE m.end_day END
    FROM roster_class_members m JOIN roster_classes c ON c.id = m.class
    WHERE m.role = 'student' AND m.active = 1 AND c.active = 1;
  `,
];
