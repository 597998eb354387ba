import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { disclosureBases, disclosureLacks } from '@ssp-kit/process/records';
import { type App, createApp, databaseName } from './app.js';
import { accessRecord } from './audit/access-record.js';
import { auditCommand } from './audit/command.js';
import { disclose, type Disclosure } from './audit/disclosures.js';
import { makeAuth } from './auth.js';
import { makeDemo } from './demo/make-demo.js';
import { backupCommand, restoreCommand } from './backup/command.js';
import { mayBeDemo } from './demo.js';
import { importCommand } from './import/command.js';
import { defaultLimits } from './limits.js';
import { keysCommand } from './keys-command.js';
import { lastResort } from './last-resort.js';
import { makeLog } from './log.js';
import { rosterMigrations } from './roster/schema.js';
import { faultLine, ProfileError, standardProcess } from './process.js';
import { readPlaces, readSettings, type Settings } from './settings.js';
import { operator } from './audit/operator.js';
import { retentionCommand } from './retention-command.js';
import { StartError } from './start-error.js';
import { keysName, openSqlite } from './storage/sqlite/sqlite.js';

/** Where a command's words go, a line each. */
export interface Output {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

const usage = `Usage: ssp <command>
  serve                            start the server
  token --sub <id> --name <name> --role <role>
        [--school <id>] [--student <id>] [--person <id>] [--expires <seconds>]
                                   print a token for the configured secret; --role, --school and --student may repeat
  import edfi <folder>             bring in a roster
  import oneroster <folder or zip>
  export case <id>                 print a case as JSON: its decisions, its sealed documents, who has seen it and to whom it went
        [--party <name> --purpose <words> --basis <id> [--threat <words>] [--to <further party>]]
                                   for somebody outside the school, who is recorded
  audit head                       print the end of the audit log, <hash>@<number>, to be kept elsewhere
  audit verify [--head <hash>@<number>]
                                   check that the audit log, decisions and sealed documents are as they were written
  backup <file>                    copy the database, also beside a running server
  backup --follow <folder>         copy every commit as it comes, until it is stopped
  restore <file>                   put a backup in the place of the database; the server must be stopped
  restore --at <instant> <folder>  go back to an instant that was followed, for instance 2026-11-24T09:30:00Z
  restore --drill <file>           try a backup out: everything is read, nothing is changed; of a folder, with or without
                                   --at <instant>, the state of one instant
  keys rotate                      wrap the data keys by a new key
  keys backup <file>               copy the data keys, to be kept apart from the backup
  retention due                    print the cases that are due for destruction, and why
  check                            check the settings and the data folder`;

/** Runs a command; answers the exit code. Rejects with a StartError for what one sentence explains. */
export async function runCommand(args: readonly string[], env: Environment, output: Output): Promise<number> {
  const { print, printError } = output;
  const [command = 'serve', ...rest] = args;
  switch (command) {
    case 'serve':
      return serve(env, output);
    case 'token':
      return token(rest, env, output);
    case 'import': {
      const { dataDir } = readPlaces(env);
      return importCommand(rest, { dataDir, file: join(dataDir, databaseName), print });
    }
    case 'export':
      return exportCase(rest, env, output);
    case 'audit':
      return audit(rest, env, output);
    case 'backup':
    case 'restore': {
      const places = readPlaces(env);
      const run = command === 'backup' ? backupCommand : restoreCommand;
      return run(rest, { places, file: join(places.dataDir, databaseName), print });
    }
    case 'retention': {
      const { process, dataDir, keyFile } = readSettings(env);
      const file = join(dataDir, databaseName);
      const { storage } = await openSqlite({ file, keyFile, tables: { roster: rosterMigrations } });
      const services = { process, storage, now: () => new Date() };
      return retentionCommand(rest, services, print).finally(() => storage.close());
    }
    case 'keys': {
      const { dataDir, keyFile } = readPlaces(env);
      return keysCommand(rest, { keys: join(dataDir, keysName), wrapKey: keyFile }, print);
    }
    case 'check':
      return check(env, output);
    case 'help':
    case '--help':
    case '-h':
      print(usage);
      return 0;
    default:
      printError(usage);
      return 1;
  }
}

async function serve(env: Environment, { print }: Output): Promise<number> {
  const settings = readSettings(env);
  const log = makeLog(settings.logLevel);
  const file = join(settings.dataDir, databaseName);
  if (!existsSync(file) && mayBeDemo(settings)) {
    print('Making a demo district …');
    // Its cases come to this server's own process when it opens them, as those of any earlier process do.
    await makeDemo({
      file,
      keyFile: settings.keyFile,
      process: standardProcess,
      limits: defaultLimits,
      log,
      now: () => new Date(),
    });
  }
  const app = await createApp({ settings, log });
  const { url } = await app.listen().catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  log.info({ url, demo: app.isDemo }, 'the server answers');
  if (!app.isDemo && isWithin(settings.keyFile, settings.dataDir)) {
    log.warn(
      {},
      'the key file lies in the data folder: whoever gets the folder can read it. Set SSP_KEY_FILE to another place.',
    );
  }
  print(`SSP Kit: ${url}/`);
  if (app.isDemo) print(await demoGuide(app));
  lastResort(app, log, 2 * defaultLimits.drainMs);
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  log.info({ signal }, 'the server stops');
  await app.close();
  return 0;
}

async function demoGuide(app: App): Promise<string> {
  const people = (await app.demo?.people('')) ?? [];
  const lines = people.map(({ name, says }) => `  ${name}: ${says}`);
  return [
    'Demo: everybody in it is made up. Open the address and sign in, without a password, for instance as',
    ...lines,
  ].join('\n');
}

async function token(args: readonly string[], env: Environment, { print }: Output): Promise<number> {
  const settings = readSettings(env);
  const { values } = parse(args, {
    sub: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    school: { type: 'string', multiple: true },
    student: { type: 'string', multiple: true },
    person: { type: 'string' },
    expires: { type: 'string' },
  });
  const { sub, name, role = [], school = [], student = [], person, expires = '28800' } = values;
  if (!sub || !name || role.length === 0) throw new StartError('token needs --sub, --name and --role.');
  const knownRoles = settings.process.roles;
  const unknown = role.find((id) => !knownRoles.some((row) => row.id === id));
  if (unknown) {
    throw new StartError(`"${unknown}" is not a role. Roles are ${knownRoles.map(({ id }) => id).join(', ')}.`);
  }
  if (!/^[1-9]\d{0,8}$/.test(expires)) throw new StartError('--expires is a number of seconds.');
  if ('jwks' in settings.keys) throw new StartError('SSP_JWKS_URL is set: tokens are made by the owner of those keys.');
  const made = await makeAuth(settings, []).sign({
    ...{ sub, name, roles: role, schools: school, students: student },
    ...(person ? { person } : {}),
    expiresIn: Number(expires),
  });
  print(made);
  return 0;
}

async function exportCase(args: readonly string[], env: Environment, { print }: Output): Promise<number> {
  const { positionals, values } = parse(
    args,
    {
      party: { type: 'string' },
      purpose: { type: 'string' },
      basis: { type: 'string' },
      threat: { type: 'string' },
      to: { type: 'string', multiple: true },
    },
    true,
  );
  const [what, caseId] = positionals;
  if (what !== 'case' || !caseId) throw new StartError('export needs "case" and the case’s id.');
  const outside = outsideOf(values);
  const { storage } = await openStore(env);
  try {
    const found = await storage.case(caseId);
    if (!found) throw new StartError(`There is no case ${caseId}.`);
    const state = JSON.parse(found.state);
    const sealed: object[] = [];
    for (const document of Object.keys(state.documents)) {
      const copy = await storage.sealed({ caseId, document });
      if (copy) sealed.push({ document, version: copy.version, hash: copy.hash, content: JSON.parse(copy.json) });
    }
    const by = { at: new Date().toISOString(), person: operator(), caseId };
    const detail = { sealed: sealed.length };
    // On record before anything leaves.
    await storage.audit({ ...by, action: 'case.export', document: null, detail });
    if (outside) {
      const disclosure = {
        ...outside,
        key: randomUUID(),
        day: by.at.slice(0, 10),
        what: ['the case: decisions and sealed documents'],
      };
      await disclose(storage, { ...by, disclosure });
    }
    const seen = await accessRecord(storage, caseId);
    const disclosures = (await storage.disclosures(caseId)).map((json) => JSON.parse(json) as unknown);
    const about = {
      case: caseId,
      student: state.student,
      decisions: state.decisions,
      sealed,
      access: seen,
      disclosures,
    };
    print(JSON.stringify(about, null, 2));
    return 0;
  } finally {
    await storage.close();
  }
}

const optionsFor = {
  threat: '--threat, the threat that was seen',
  furtherParties: '--to, a further party; it may repeat',
};

/** Who outside the school gets an export, and why; null for one that stays in it. */
function outsideOf(values: {
  readonly party?: string;
  readonly purpose?: string;
  readonly basis?: string;
  readonly threat?: string;
  readonly to?: readonly string[];
}): Omit<Disclosure, 'key' | 'day' | 'what'> | null {
  const { party, purpose, basis: given, threat, to } = values;
  if (!party && !purpose && !given && !threat && !to) return null;
  if (!party || !purpose || !given)
    throw new StartError('An export to somebody outside needs --party, --purpose and --basis.');
  const basis = disclosureBases.find(({ id }) => id === given);
  if (!basis) {
    throw new StartError(`"${given}" is no basis. It is one of ${disclosureBases.map(({ id }) => id).join(', ')}.`);
  }
  const lacks = disclosureLacks(basis.id, { threat, furtherParties: to });
  if (lacks !== null) throw new StartError(`The basis ${basis.id} needs ${optionsFor[lacks]}.`);
  return { party, purpose, basis: basis.id, ...(threat ? { threat } : {}), ...(to ? { furtherParties: to } : {}) };
}

async function audit(args: readonly string[], env: Environment, { print }: Output): Promise<number> {
  const { auditAnchor: anchor } = readPlaces(env);
  const { storage } = await openStore(env);
  try {
    return await auditCommand(args, { storage, anchor, print });
  } finally {
    await storage.close();
  }
}

async function check(env: Environment, { print, printError }: Output): Promise<number> {
  let settings: ReturnType<typeof readSettings>;
  try {
    settings = readSettings(env);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    printError(error.message);
    for (const fault of error.faults) printError(`  ${faultLine(fault)}`);
    return 1;
  }
  const { storage } = await openStore(env);
  await storage.check();
  await storage.close();
  const { id, label } = settings.process.profile;
  print(`Profile: ${id}, ${label} (${settings.process.version})`);
  print(`Settings and data folder are in order: ${settings.dataDir}`);
  for (const advice of adviceOn(settings)) print(`Advice: ${advice}`);
  return 0;
}

/** What is allowed, and should be otherwise where records of real students are kept. */
function adviceOn({ keyFile, dataDir, auditAnchor, demo }: Settings): string[] {
  return [
    ...(isWithin(keyFile, dataDir) ? ['the key file lies in the data folder: set SSP_KEY_FILE to another place.'] : []),
    ...(auditAnchor === null
      ? ['no head of the audit log is kept elsewhere: set SSP_AUDIT_ANCHOR to a file on another machine.']
      : isWithin(auditAnchor, dataDir)
        ? ['SSP_AUDIT_ANCHOR lies in the data folder: who can change the database can change it too.']
        : []),
    ...(demo === 'on' ? ['SSP_DEMO=1 lets everybody sign in without a password.'] : []),
  ];
}

function openStore(env: Environment) {
  const { dataDir, keyFile } = readPlaces(env);
  return openSqlite({ file: join(dataDir, databaseName), keyFile, tables: { roster: rosterMigrations } });
}

function parse<const Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: readonly string[],
  options: Options,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options: options as NonNullable<Options>, strict: true, allowPositionals });
  } catch (error) {
    throw new StartError(`${(error as Error).message}.`);
  }
}

function isWithin(file: string, folder: string): boolean {
  return file.startsWith(`${folder}${sep}`);
}
