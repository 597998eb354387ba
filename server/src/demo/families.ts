/**
 * The students of the made-up district and who is there for them. Every name is invented.
 * A contact: relation, name, language (a code of the vocabulary `language`), and what else is to know.
 */
export interface DemoContact {
  readonly relation: string;
  readonly name: readonly [given: string, family: string];
  readonly language: string;
  /** Whether the district's records say that this person decides on the student's education. */
  readonly educationRights: boolean;
  readonly interpreter: boolean;
  readonly username: string | null;
}

export interface DemoStudent {
  readonly key: string;
  readonly name: readonly [given: string, family: string];
  readonly class: string;
  readonly contacts: readonly DemoContact[];
}

type Extra = { readonly rights?: false; readonly interpreter?: true; readonly username?: string };

function who(relation: string, name: string, language = 'en', extra: Extra = {}): DemoContact {
  return {
    relation,
    name: split(name),
    language,
    educationRights: extra.rights ?? true,
    interpreter: extra.interpreter ?? false,
    username: extra.username ?? null,
  };
}

function student(name: string, of: string, ...contacts: readonly DemoContact[]): DemoStudent {
  return { key: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name: split(name), class: of, contacts };
}

function split(name: string): readonly [string, string] {
  const space = name.indexOf(' ');
  return [name.slice(0, space), name.slice(space + 1)];
}

export const demoStudents: readonly DemoStudent[] = [
  student(
    'Ikaika Lopes',
    'grade-1',
    who('Mother', 'Tanya Lopes'),
    who('Grandfather', 'Alfred Lopes', 'en', { rights: false }),
  ),
  student('Mele Fonua', 'grade-1', who('Mother', 'Ana Fonua', 'to'), who('Father', 'Semisi Fonua', 'to')),
  student('Owen Takara', 'grade-1', who('Father', 'Glenn Takara')),
  student('Lily Bautista', 'grade-1', who('Mother', 'Rowena Bautista', 'ilo')),
  student('Keoni Ah Sing', 'grade-1', who('Mother', 'Pua Ah Sing'), who('Father', 'Randall Ah Sing')),
  student('Zoe Hartley', 'grade-1', who('Mother', 'Claire Hartley')),
  student(
    'Nanea Pualoa',
    'grade-2',
    who('Mother', 'Kehau Pualoa', 'en', { username: 'kpualoa' }),
    who('Father', 'Duke Pualoa'),
  ),
  student('Ryan Matsuda', 'grade-2', who('Mother', 'Keiko Matsuda', 'ja', { interpreter: true })),
  student('Hoku Enos', 'grade-2', who('Mother', 'Shanna Enos'), who('Aunt', 'Loke Enos', 'en', { rights: false })),
  student('Caleb Nguyen', 'grade-2', who('Father', 'Minh Nguyen', 'vi')),
  student('Ariel Domingues', 'grade-2', who('Mother', 'Vera Domingues')),
  student('Kalea Mahoe', 'grade-3', who('Mother', 'Lani Mahoe'), who('Father', 'Kimo Mahoe')),
  student('Emma Sakai', 'grade-3', who('Mother', 'Joyce Sakai'), who('Father', 'Brian Sakai')),
  student('Tomasi Leota', 'grade-3', who('Mother', 'Sina Leota', 'sm'), who('Father', 'Fetu Leota', 'sm')),
  student('Jasmine Agbayani', 'grade-3', who('Mother', 'Lourdes Agbayani', 'ilo', { interpreter: true })),
  student('Koa Pahinui', 'grade-3', who('Grandmother', 'Rose Pahinui')),
  student('Sofia Marques', 'grade-3', who('Mother', 'Paula Marques'), who('Father', 'Joao Marques', 'other')),
  student('Ethan Choy', 'grade-3', who('Father', 'Wesley Choy', 'zh')),
  student('Micah Tavares', 'grade-4', who('Mother', 'Dawn Tavares'), who('Father', 'Clayton Tavares')),
  student('Anela Kamai', 'grade-4', who('Mother', 'Noe Kamai', 'haw'), who('Father', 'Ekolu Kamai', 'haw')),
  student('Rosie Tarkon', 'grade-4', who('Mother', 'Merina Tarkon', 'chk', { interpreter: true })),
  student('Dylan Fujii', 'grade-4', who('Mother', 'Karen Fujii')),
  student('Maya Rosenthal', 'grade-4', who('Mother', 'Ilana Rosenthal'), who('Mother', 'Beth Rosenthal')),
  student('Isaac Villanueva', 'grade-4', who('Father', 'Nestor Villanueva', 'tl')),
  student('Lucas Hironaka', 'grade-5', who('Mother', 'Amy Hironaka'), who('Father', 'Todd Hironaka')),
  student('Kiana Brown', 'grade-5', who('Father', 'Marcus Brown')),
  student('Lono Keliihoomalu', 'grade-5', who('Mother', 'Uilani Keliihoomalu', 'haw')),
  student('Grace Park', 'grade-5', who('Mother', 'Eunji Park', 'ko')),
  student(
    'Oliver Kamaka',
    'grade-6',
    who('Mother', 'Jenna Kamaka'),
    who('Stepfather', 'Lee Sato', 'en', { rights: false }),
  ),
  student('Bella Souza', 'grade-6', who('Mother', 'Nadine Souza')),
  student('Jun Higa', 'grade-6', who('Father', 'Masa Higa', 'ja')),
  student(
    'Talia Lemari',
    'grade-6',
    who('Mother', 'Roselinta Lemari', 'mh'),
    who('Uncle', 'Anton Lemari', 'mh', { rights: false }),
  ),
  student('Noah Wainwright', 'grade-6', who('Mother', 'Susan Wainwright')),
  student('Pono Kahele', 'grade-6', who('Grandmother', 'Mapuana Kahele')),
  student('Jonah Apana', 'grade-7', who('Mother', 'Trisha Apana'), who('Father', 'Elwood Apana')),
  student('Camila Reyes-Ortiz', 'grade-7', who('Mother', 'Lucia Ortiz', 'es')),
  student('Sean Nakashima', 'grade-7', who('Father', 'Dean Nakashima')),
  student('Kawika Freitas', 'grade-7', who('Mother', 'Gail Freitas'), who('Father', 'Alvin Freitas')),
  student('Malie Tui', 'grade-7', who('Mother', 'Lisa Tui', 'sm')),
  student('Evan Shimabuku', 'grade-7', who('Mother', 'Carol Shimabuku')),
];
