import type { Vocabularies } from './term.js';

/** Prior written notice. */
export const noticeTerms = {
  'notice-about': [
    { code: 'evaluation', label: 'Evaluation decision' },
    { code: 'eligibility', label: 'Eligibility decision' },
    { code: 'services', label: 'First services' },
    { code: 'plan', label: 'The plan' },
    { code: 'change', label: 'Change of services' },
    { code: 'placement', label: 'Change of placement' },
    { code: 'parent-request', label: 'Answer to a request of the family' },
    { code: 'reevaluation-declined', label: 'No reevaluation' },
    { code: 'revocation', label: 'Consent withdrawn' },
    { code: 'exit', label: 'Exit' },
    { code: 'continue', label: 'The plan goes on unchanged' },
    { code: 'review', label: 'Review decision' },
  ],
  'notice-verb': [
    { code: 'proposes', label: 'proposes' },
    { code: 'refuses', label: 'refuses' },
  ],
  'notice-mode': [
    { code: 'initiate', label: 'to initiate' },
    { code: 'change', label: 'to change' },
  ],
  'notice-subject': [
    { code: 'identification', label: 'Identification' },
    { code: 'evaluation', label: 'Evaluation' },
    { code: 'placement', label: 'Educational placement' },
    { code: 'fape', label: 'Free appropriate public education' },
  ],
  translation: [
    { code: 'written', label: 'In writing' },
    { code: 'oral', label: 'Aloud' },
    { code: 'not-needed', label: 'Not needed' },
  ],
  'notice-method': [
    { code: 'hand', label: 'Handed over' },
    { code: 'mail', label: 'Mail' },
    { code: 'email', label: 'E-mail' },
    { code: 'translated-orally', label: 'Translated aloud' },
  ],
  language: [
    { code: 'en', label: 'English' },
    { code: 'haw', label: 'Hawaiian' },
    { code: 'chk', label: 'Chuukese' },
    { code: 'mh', label: 'Marshallese' },
    { code: 'sm', label: 'Samoan' },
    { code: 'to', label: 'Tongan' },
    { code: 'ilo', label: 'Ilokano' },
    { code: 'tl', label: 'Tagalog' },
    { code: 'ja', label: 'Japanese' },
    { code: 'zh', label: 'Chinese' },
    { code: 'ko', label: 'Korean' },
    { code: 'es', label: 'Spanish' },
    { code: 'vi', label: 'Vietnamese' },
    { code: 'other', label: 'Another language' },
  ],
} as const satisfies Vocabularies;
