import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Windows of an office: two usual screens, and the first of them at 150 % in CSS pixels, and a full HD one at 150 %. */
const VIEWS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 911, height: 512 },
];
const GRAVE = new Set(['serious', 'critical']);

/** No barrier that axe calls serious or critical, and nothing that runs out of the window sideways at any usual size. */
export async function expectSound(page: Page, where: string): Promise<void> {
  const found = { where, barriers: await barriers(page), overflows: await overflows(page) };
  expect.soft(found).toEqual({ where, barriers: [], overflows: [] });
}

async function barriers(page: Page): Promise<string[]> {
  // Legacy mode: no second page is opened, which a window of the double would not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => GRAVE.has(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

async function overflows(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? VIEWS[0];
  const found: string[] = [];
  for (const view of VIEWS) {
    await page.setViewportSize(view);
    found.push(...(await wideParts(page)).map((part) => `${view.width}×${view.height}: ${part}`));
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** The window itself, the screen, and an open dialog: none of them may have to be scrolled sideways. */
const wideParts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const parts = document.querySelectorAll<HTMLElement>('html, main, [role=dialog], [role=tabpanel]');
    return [...parts]
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
      .map(
        (part) => `${part.tagName.toLowerCase()}.${part.className} ${part.scrollWidth} > ${part.clientWidth}`,
      );
  });
