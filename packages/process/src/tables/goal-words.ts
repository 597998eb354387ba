/**
 * Words by which a goal tells something one can see or hear, or something one can only suppose. In their base form; their
 * other forms are found too. Nothing is refused by them: a goal's check shows what a reader may stumble over.
 */
export interface GoalWords {
  readonly observable: readonly string[];
  /** What to do instead is said by `says`. */
  readonly vague: readonly { readonly word: string; readonly says: string }[];
  readonly source: string;
}

const seen = 'Say what one will see or hear when it is there.';
const measured = 'Say what exactly will grow, and how one sees it.';

export const goalWords: GoalWords = {
  observable: [
    ...['read', 'write', 'spell', 'say', 'tell', 'retell', 'name', 'identify', 'label', 'list', 'match', 'sort', 'point', 'select', 'choose', 'count', 'add', 'subtract', 'multiply', 'divide'],
    ...['solve', 'compute', 'calculate', 'measure', 'draw', 'graph', 'copy', 'type', 'print', 'trace', 'cut', 'build', 'make', 'complete', 'finish', 'submit', 'answer', 'ask', 'request', 'state', 'explain'],
    ...['describe', 'define', 'summarize', 'compare', 'contrast', 'cite', 'demonstrate', 'show', 'perform', 'produce', 'pronounce', 'articulate', 'imitate', 'repeat', 'use', 'initiate', 'respond'],
    ...['greet', 'share', 'take turns', 'wait', 'raise', 'follow', 'start', 'begin', 'stay', 'remain', 'sit', 'stand', 'walk', 'transfer', 'transition', 'attend', 'arrive', 'leave', 'enter', 'participate'],
    ...['join', 'speak', 'sign', 'gesture', 'eat', 'dress', 'button', 'zip', 'wash', 'throw', 'catch', 'jump', 'hold', 'grasp', 'open', 'close', 'organize', 'record', 'check', 'edit', 'revise', 'rate', 'turn in'],
  ],
  vague: [
    { word: 'understand', says: seen },
    { word: 'know', says: seen },
    { word: 'learn', says: seen },
    { word: 'appreciate', says: seen },
    { word: 'realize', says: seen },
    { word: 'comprehend', says: seen },
    { word: 'be aware', says: seen },
    { word: 'become aware', says: seen },
    { word: 'be familiar', says: seen },
    { word: 'feel', says: seen },
    { word: 'think', says: seen },
    { word: 'enjoy', says: seen },
    { word: 'value', says: seen },
    { word: 'believe', says: seen },
    { word: 'remember', says: seen },
    { word: 'try', says: seen },
    { word: 'behave', says: seen },
    { word: 'cope', says: seen },
    { word: 'be able to', says: 'Say what will be done, not that it could be.' },
    { word: 'improve', says: measured },
    { word: 'increase', says: measured },
    { word: 'decrease', says: measured },
    { word: 'reduce', says: measured },
    { word: 'develop', says: measured },
    { word: 'enhance', says: measured },
    { word: 'progress', says: measured },
    { word: 'work on', says: measured },
    { word: 'do better', says: measured },
    { word: 'be better', says: measured },
    { word: 'get better', says: measured },
  ],
  source: 'domain 7.4: a goal’s behavior is an observable verb; the words are ours',
};
