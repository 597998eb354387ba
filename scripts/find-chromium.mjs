// Finds a browser for the tests and the screenshots: an installed Chrome or Chromium, else the system's package.
// As a program it prints the path: `node scripts/find-chromium.mjs`.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const PLACES = {
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
  ]),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** Flags for a browser that only talks to this machine; the sandbox needs a user other than root. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chrome or Chromium. `SSP_CHROMIUM` names one; throws one clear sentence where there is none. */
export function findChromium() {
  const named = process.env.SSP_CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`SSP_CHROMIUM names ${named}, which is not a program that can be run.`);
  }
  const installed = lookAround();
  if (installed !== undefined) return installed;
  installPackage();
  const fresh = lookAround();
  if (fresh !== undefined) return fresh;
  throw new Error('No Chrome or Chromium was found: install one, or set SSP_CHROMIUM to its path.');
}

function lookAround() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[platform()] ?? [])].find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for this user: look on
  }
}

/** Debian's package, where apt-get may be used without a password. On Ubuntu the package of that name is a snap. */
function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error('No Chrome or Chromium found: installing the package chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const log = ['ignore', 2, 2];
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: log });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    stdio: log,
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(findChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
