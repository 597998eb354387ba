import '@ssp-kit/embed';
import { define } from '@ssp-kit/elements';
import { PortalApp } from './app.js';
import { keepShell } from './keep-shell.js';
import { stylePage } from './page.styles.js';
import { PortalCase } from './pages/case.js';
import { PortalCaseload } from './pages/caseload.js';
import { PortalSignIn } from './pages/sign-in.js';
import { PortalStudents } from './pages/students.js';
import { PortalToday } from './pages/today.js';
import { PortalNextStep } from './parts/next-step.js';
import { PortalRoleWords } from './parts/role-words.js';

stylePage();
define('portal-next-step', PortalNextStep);
define('portal-role-words', PortalRoleWords);
define('portal-sign-in', PortalSignIn);
define('portal-today', PortalToday);
define('portal-caseload', PortalCaseload);
define('portal-students', PortalStudents);
define('portal-case', PortalCase);
define('portal-app', PortalApp);

keepShell();
