/**
 * The version of the rows that a decision was judged by. A change of a row that changes a judgement gets a new version;
 * a test pins the rows' fingerprint so that it cannot be forgotten.
 */
export const profile = { id: 'hawaii-classic', version: '1', timeZone: 'Pacific/Honolulu' } as const;

export const processVersion = `${profile.id}/${profile.version}`;
