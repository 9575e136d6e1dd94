export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }
export type JsonObject = { readonly [key: string]: Json | undefined }

/** The answers to one template: an object with a property for each top-level section. */
export type Answers = JsonObject

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own properties only: answers come from outside and may be named like anything on Object.prototype. */
export const property = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** A value as text whatever it is. Not String(): a value from outside may be an object that cannot be made a primitive. */
export const textOfJson = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
