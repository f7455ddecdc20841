import {
  BankOutlined,
  DesktopOutlined,
  FileSearchOutlined,
  FormOutlined,
  KeyOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy } from 'react';
import type { OfficerRole } from '../../domain/person.ts';
import { bureauText } from '../text/bureau.ts';

interface ConsolePage {
  path: string;
  title: string;
  /** Opens it from anywhere. */
  key?: string;
  icon: ComponentType;
  menu: boolean;
  roles: readonly OfficerRole[];
  component: ComponentType;
}

const { titles } = bureauText;

/** Every page of the console; each loads when it is first opened. */
export const PAGES: readonly ConsolePage[] = [
  {
    path: '/cases',
    title: titles.cases,
    key: 'F3',
    icon: FileSearchOutlined,
    menu: true,
    roles: ['officer'],
    component: lazy(() => import('./ArrivalsPage.tsx').then((m) => ({ default: m.ArrivalsPage }))),
  },
  {
    path: '/registration',
    title: titles.registration,
    key: 'F2',
    icon: FormOutlined,
    menu: true,
    roles: ['officer'],
    component: lazy(() => import('./RegistrationPage.tsx').then((m) => ({ default: m.RegistrationPage }))),
  },
  {
    path: '/cases/:caseId',
    title: titles.case,
    icon: FileSearchOutlined,
    menu: false,
    roles: ['officer'],
    component: lazy(() => import('./ArrivedCasePage.tsx').then((m) => ({ default: m.ArrivedCasePage }))),
  },
  {
    path: '/units',
    title: titles.units,
    icon: BankOutlined,
    menu: true,
    roles: ['officer', 'administrator'],
    component: lazy(() => import('./UnitsPage.tsx').then((m) => ({ default: m.UnitsPage }))),
  },
  {
    path: '/desks',
    title: titles.desks,
    icon: DesktopOutlined,
    menu: true,
    roles: ['officer', 'administrator'],
    component: lazy(() => import('./DesksPage.tsx').then((m) => ({ default: m.DesksPage }))),
  },
  {
    path: '/codes',
    title: titles.codes,
    icon: KeyOutlined,
    menu: true,
    roles: ['administrator'],
    component: lazy(() => import('./CodesPage.tsx').then((m) => ({ default: m.CodesPage }))),
  },
  {
    path: '/officers',
    title: titles.officers,
    icon: TeamOutlined,
    menu: true,
    roles: ['administrator'],
    component: lazy(() => import('./OfficersPage.tsx').then((m) => ({ default: m.OfficersPage }))),
  },
];

/** The menu of an officer: what the roles may open, in order; Alt+1 … open them. */
export const menuFor = (roles: readonly OfficerRole[]): ConsolePage[] =>
  PAGES.filter((page) => page.menu && page.roles.some((role) => roles.includes(role)));
