/** Bodies of the HTTP API. Errors are RFC 9457 problem documents. */
import type { CaseloadRow, Relation, StudentRef } from '@ssp-kit/process';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Stable code for programs. */
  readonly code: string;
}

/** A room one may open. */
export interface RoomAccess {
  readonly room: string;
  readonly document: string;
  readonly may: 'read' | 'write';
  readonly state: 'open' | 'sealed';
}

/** Answer of `PUT` and `GET /api/cases/{caseId}`. */
export interface CaseAnswer {
  readonly id: string;
  readonly student: StudentRef;
  readonly rooms: readonly RoomAccess[];
  /** How the person stands to the student by the roster and the token (`school`, `child` …): what the official record cannot tell. */
  readonly relations?: readonly Relation[];
  readonly seq: number;
  readonly processVersion: string;
}

/** One row of `GET /api/cases`. */
export type CaseRow = CaseloadRow;

/** One row of `GET /api/students`. */
export interface StudentRow {
  readonly id: string;
  readonly name: string;
  readonly grade: string | null;
  readonly birthDate: string | null;
  readonly school: string | null;
  readonly schoolName: string | null;
  readonly cases: readonly string[];
}

/** One row of `GET /api/cases/{caseId}/people`. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'contact';
  readonly role: string;
  readonly relation: string | null;
}

/** Answer of `GET /api/me`: who the token says you are, and the profile the district uses. */
export interface MeAnswer {
  readonly person: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
  readonly profile: { readonly id: string; readonly version: string; readonly timeZone: string };
  readonly today: string;
  readonly demo: boolean;
}

/** What of a person's work is kept in their browser: nothing, until they sign out or close it, or on the device. */
export type Keep = 'none' | 'session' | 'device';

/** Body of `POST /api/device-key`. `device`: a UUID of the browser's own; absent where only the first half of the answer is wanted. */
export interface DeviceKeyBody {
  readonly device?: string;
}

/** Answer of `POST /api/device-key`. */
export interface DeviceKeyAnswer {
  /** The most that the district allows. */
  readonly keep: Keep;
  /** 32 bytes, base64url: the same for a person and device each time. Null where `keep` is not `device`, or no device was named. */
  readonly key: string | null;
}

/** One row of `GET /api/demo/people`, only while demo sign-in is on. `POST /api/demo/sign-in {person}` answers `{token, expiresAt}`. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly schoolName: string | null;
  readonly says: string;
}
