import type { DemoPerson } from '@ssp-kit/protocol';

/** People one can be in the demo, each with something to try. `id` is their username in the roster. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'lkealoha',
    name: 'Leilani Kealoha',
    roles: ['coordinator'],
    schoolName: 'Laukahi Elementary School',
    says: 'A concern about Micah waits for you. Try to file it, and see what is still missing. Then complete Nanea’s plan with her team and activate it.',
  },
  {
    id: 'gdomingo',
    name: 'Grace Domingo',
    roles: ['teacher'],
    schoolName: 'Laukahi Elementary School',
    says: 'You have begun to write down a concern about Kalea. Finish it and send it to Leilani, also without a connection.',
  },
  {
    id: 'pnakoa',
    name: 'Peter Nakoa',
    roles: ['teacher'],
    schoolName: 'Laukahi Elementary School',
    says: 'Rosie’s team gathers what it knows. Add what you see in class while Hana writes too.',
  },
  {
    id: 'hyoshida',
    name: 'Hana Yoshida',
    roles: ['special-educator'],
    schoolName: 'Laukahi Elementary School',
    says: 'Write Nanea’s plan together with Malia and Leilani, in the same sentence if you like.',
  },
  {
    id: 'mfonoti',
    name: 'Malia Fonoti',
    roles: ['provider'],
    schoolName: 'Laukahi Elementary School',
    says: 'Log and sign a session with Ikaika, and write the speech goal of Nanea’s plan.',
  },
  {
    id: 'ablake',
    name: 'Aaron Blake',
    roles: ['evaluator'],
    schoolName: 'Laukahi Elementary School',
    says: 'You are in the middle of the report on Kawika that only you can write. Finish it and file it.',
  },
  {
    id: 'mtanabe',
    name: 'Mark Tanabe',
    roles: ['administrator'],
    schoolName: 'Laukahi Elementary School',
    says: 'See where every case of your school stands, and what is due.',
  },
  {
    id: 'kpualoa',
    name: 'Kehau Pualoa',
    roles: ['parent'],
    schoolName: 'Laukahi Elementary School',
    says: 'Read your daughter Nanea’s plan while it is written, and say in your own words what you hope for.',
  },
  {
    id: 'kamaral',
    name: 'Keith Amaral',
    roles: ['coordinator'],
    schoolName: 'Nalu Intermediate School',
    says: 'An answer to Jonah’s family is late. See why, and give it. Then decide with Oliver’s team how his plan goes on.',
  },
  {
    id: 'dokamura',
    name: 'Denise Okamura',
    roles: ['district'],
    schoolName: 'Kaiao District',
    says: 'Look across both schools: which cases are on time, and which are not.',
  },
];
