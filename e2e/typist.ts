import type { Locator, Page } from 'playwright-core'

/** What a person does at one place: types words, picks or ticks options, chooses a file. */
export type Deed =
  | string
  | readonly string[]
  | { readonly pick: string; readonly note: string }
  | { readonly file: string; readonly bytes: Uint8Array }

const at = (page: Page, place: string) => page.locator(`[data-at="${place}"]:not(.pf-block)`).last()

/** Goes to a section by its step. */
export const openSection = async (page: Page, title: string) => {
  await page.locator('.pf-side > .pf-steps .pf-step').filter({ hasText: title }).click()
  await page.locator('.pf-title').filter({ hasText: title }).waitFor()
}

const pick = async (page: Page, holder: Locator, option: string) => {
  const control = holder.locator('select, [role=combobox], [role=radiogroup]').first()
  if (await holder.locator('select').count()) await holder.locator('select').selectOption({ label: option })
  else if (await holder.locator('[role=combobox]').count()) {
    await control.fill(option.replace(/（.*/, ''))
    await page.getByRole('option', { name: option, exact: true }).click()
  } else await control.getByLabel(option, { exact: true }).check()
}

const write = async (holder: Locator, words: string) => {
  const fields = holder.locator('input[type=text], textarea')
  // A period has two ends.
  const ends = (await fields.count()) < 2 ? [words] : words.split(' 至 ')
  for (const [index, end] of ends.entries()) {
    await fields.nth(index).focus()
    await fields.nth(index).fill(end)
  }
}

const hasOptions = async (holder: Locator) =>
  (await holder.locator('select, [role=combobox], [role=radiogroup]').count()) > 0

/** Does one deed at one place of the section that is open, whatever control stands there. */
export const fillIn = async (page: Page, place: string, deed: Deed) => {
  const holder = at(page, place)
  if (await holder.evaluate((element) => element.matches('td'))) await holder.click()
  if (typeof deed === 'string') {
    if (await hasOptions(holder)) await pick(page, holder, deed)
    else if (deed === '√') await holder.locator('input[type=checkbox]').check()
    else await write(holder, deed)
  } else if ('pick' in deed) {
    await pick(page, holder, deed.pick)
    await holder.locator('.pf-other input').fill(deed.note)
  } else if ('file' in deed) {
    const file = { name: deed.file, mimeType: 'application/pdf', buffer: Buffer.from(deed.bytes) }
    await holder.locator('input[type=file]').setInputFiles(file)
    await holder.getByRole('link', { name: deed.file }).waitFor()
  } else for (const option of deed) await holder.getByLabel(option, { exact: true }).check()
}

/** Fills the rows of a table, adding each that is not there yet. */
export const fillRows = async (page: Page, table: string, rows: readonly Readonly<Record<string, Deed>>[]) => {
  for (const [index, row] of rows.entries()) {
    const [first = ''] = Object.keys(row)
    if ((await at(page, `${table}/${index}/${first}`).count()) === 0)
      await page.locator(`.pf-block[data-at="${table}"]`).getByRole('button', { name: '添加一行' }).click()
    for (const [column, deed] of Object.entries(row)) await fillIn(page, `${table}/${index}/${column}`, deed)
  }
}

/** What a field is called on the page, without the marks beside it. */
export const labelOf = (page: Page, place: string): Promise<string> =>
  at(page, place)
    .locator('.pf-label')
    .first()
    .evaluate((label) => label.firstChild?.textContent ?? '')
