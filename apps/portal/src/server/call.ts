import type { Refusal } from '@policyforms/core'

/** The server said no, or said nothing. `status` is 0 when it could not be reached. */
export class ServerTrouble extends Error {
  override readonly name = 'ServerTrouble'
  readonly status: number
  readonly refusal: Refusal | undefined

  constructor(status: number, refusal: Refusal | undefined) {
    super(refusal?.message ?? sentenceOf(status))
    this.status = status
    this.refusal = refusal
  }

  /** Worth trying again by itself: nobody answered, or it says that it is busy or out of room for now. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.status === 401
  }
}

const sentenceOf = (status: number) =>
  status === 0
    ? '现在连不上服务器。请检查网络，或确认服务程序仍在运行。'
    : status === 401
      ? '登录已过期，请重新登录。'
      : `服务器没有完成这个请求（${status}）。请稍后再试。`

const refusalOf = async (response: Response): Promise<Refusal | undefined> => {
  if (!response.headers.get('content-type')?.includes('json')) return undefined
  try {
    // The server is built from the same tree: its refusals have this shape.
    return (await response.json()) as Refusal
  } catch {
    return undefined
  }
}

const reach = async (path: string, init?: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ServerTrouble(0, undefined)
  }
}

export const answerOf = async (path: string, init?: RequestInit): Promise<Response> => {
  const response = await reach(path, init)
  if (!response.ok) throw new ServerTrouble(response.status, await refusalOf(response))
  return response
}

/** Asks the server; a body is sent as JSON unless it is a form. Throws `ServerTrouble`. */
export const call = async <T>(method: string, path: string, body?: unknown, init?: RequestInit): Promise<T> => {
  const response = await answerOf(path, {
    method,
    ...(body instanceof FormData && { body }),
    ...(body !== undefined &&
      !(body instanceof FormData) && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...init,
  })
  // The wire types are shared with the server, which is built from the same tree; 204 has no body and T is void.
  return (response.status === 204 ? undefined : await response.json()) as T
}
