import {
  AuditOutlined,
  BankOutlined,
  CloudSyncOutlined,
  FileSearchOutlined,
  FormOutlined,
  InboxOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy } from 'react';
import type { Role } from '../../domain/person.ts';
import { screenTitles } from '../text/shell.ts';

export interface Screen {
  path: string;
  title: string;
  /** Opens it from anywhere; shown in the menu. */
  key?: string;
  icon?: ComponentType;
  /** In the left menu. */
  menu: boolean;
  roles: readonly Role[];
  component: ComponentType;
}

const people = ['clerk', 'mediator', 'leader'] as const;
const everyone = [...people, 'administrator'] as const;

/** Every screen of the desk; each loads when it is first opened. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/today',
    title: screenTitles.today,
    key: 'F8',
    icon: ScheduleOutlined,
    menu: true,
    roles: people,
    component: lazy(() =>
      import('../screens/today/TodayScreen.tsx').then((m) => ({ default: m.TodayScreen })),
    ),
  },
  {
    path: '/registration',
    title: screenTitles.registration,
    key: 'F2',
    icon: FormOutlined,
    menu: true,
    roles: ['clerk', 'leader'],
    component: lazy(() =>
      import('../screens/registration/RegistrationScreen.tsx').then((m) => ({
        default: m.RegistrationScreen,
      })),
    ),
  },
  {
    path: '/cases',
    title: screenTitles.cases,
    key: 'F3',
    icon: FileSearchOutlined,
    menu: true,
    roles: people,
    component: lazy(() =>
      import('../screens/cases/CasesScreen.tsx').then((m) => ({ default: m.CasesScreen })),
    ),
  },
  {
    path: '/cases/:caseId',
    title: screenTitles.case,
    menu: false,
    roles: people,
    component: lazy(() => import('../screens/case/CaseScreen.tsx').then((m) => ({ default: m.CaseScreen }))),
  },
  {
    path: '/assignments',
    title: screenTitles.assignments,
    icon: InboxOutlined,
    menu: true,
    roles: people,
    component: lazy(() =>
      import('../screens/assignments/AssignmentsScreen.tsx').then((m) => ({ default: m.AssignmentsScreen })),
    ),
  },
  {
    path: '/mediation',
    title: screenTitles.mediation,
    icon: AuditOutlined,
    menu: true,
    roles: people,
    component: lazy(() =>
      import('../screens/mediation/MediationScreen.tsx').then((m) => ({ default: m.MediationScreen })),
    ),
  },
  {
    path: '/mediation/:mediationId',
    title: screenTitles.mediationCase,
    menu: false,
    roles: people,
    component: lazy(() =>
      import('../screens/mediation/MediationCaseScreen.tsx').then((m) => ({
        default: m.MediationCaseScreen,
      })),
    ),
  },
  {
    path: '/sync',
    title: screenTitles.sync,
    icon: CloudSyncOutlined,
    menu: true,
    roles: everyone,
    component: lazy(() => import('../screens/sync/SyncScreen.tsx').then((m) => ({ default: m.SyncScreen }))),
  },
  {
    path: '/accounts',
    title: screenTitles.accounts,
    icon: TeamOutlined,
    menu: true,
    roles: ['administrator'],
    component: lazy(() =>
      import('../screens/accounts/AccountsScreen.tsx').then((m) => ({ default: m.AccountsScreen })),
    ),
  },
  {
    path: '/unit',
    title: screenTitles.unit,
    icon: BankOutlined,
    menu: true,
    roles: ['administrator'],
    component: lazy(() => import('../screens/unit/UnitScreen.tsx').then((m) => ({ default: m.UnitScreen }))),
  },
];

/** The menu of a person: what his roles may open, in order; Alt+1 … Alt+9 open them. */
export const menuOf = (roles: readonly Role[]): Screen[] =>
  SCREENS.filter((s) => s.menu && s.roles.some((role) => roles.includes(role)));
