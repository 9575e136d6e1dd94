const json = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*){0,3}(\.schema)?\.json$/
const form = /^[a-z][a-z0-9-]*\/forms\/[a-z][a-z0-9-]*\.docx$/

/** Name of an office's own Word file. */
export const isForm = (path: string): boolean => form.test(path)

/** Name of a pack's own file that leads nowhere else, on any system. */
export const isPlain = (path: string): boolean => json.test(path) || isForm(path)
