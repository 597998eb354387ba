import { defineTerms } from './terms.js';

export const terms = defineTerms('plan-words', {
  minutes: '{count} {count|minute|minutes}',
  minutesMissing: 'minutes not set',
  once: 'once a {interval}',
  times: '{count} times a {interval}',
  oftenMissing: 'how often not set',
  'at-regular-class': 'in the regular class',
  'at-separate-room': 'in a separate room',
  'at-home': 'at home',
  'at-community': 'in the community',
  'at-remote': 'by video',
  placeMissing: 'place not set',
  fromTo: 'from {from} to {until}',
  from: 'from {from}',
  until: 'until {until}',
  datesMissing: 'dates not set',
  by: 'by {name}',
  providerMissing: 'provider not chosen',
});
