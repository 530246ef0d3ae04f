/** Writes pages into a wiki through the action API, where they do not say that already. */

/** What the API answers, as far as it is looked at here. */
interface Answer {
  error?: {info: string}
  parse?: {text: string}
  login?: {result: string; reason?: string}
  query?: {
    tokens?: Record<string, string>
    pages?: {title: string; revisions?: {slots: {main: {content: string}}}[]}[]
  }
}

/**
 * Makes the pages say what they should; the login is that of MW_USER and MW_PASSWORD.
 *
 * @param pages text by title
 */
export async function writePages(url: string, pages: ReadonlyMap<string, string>): Promise<void> {
  const wanted = [...(await differing(new Session(url), pages))]
  if (wanted.length === 0) return
  const session = new Session(url)
  await session.login(
    process.env['MW_USER'] ?? 'Admin',
    process.env['MW_PASSWORD'] ?? 'plan-wiki-admin'
  )
  const token = await session.token('csrf')
  for (const [title, text] of wanted) await session.post({action: 'edit', title, text, token})
  await untilShown(session, [...pages.keys()])
}

/** Waits until the wiki's parser knows the pages: for a while it remembers that there were none. */
async function untilShown(session: Session, titles: readonly string[]): Promise<void> {
  const text = titles.map((title) => `[[${title}]]`).join(' ')
  for (let attempt = 0; attempt < 60; attempt++) {
    const parameters = {action: 'parse', contentmodel: 'wikitext', prop: 'text', text}
    const {parse} = await session.post(parameters)
    if (parse && !parse.text.includes('redlink=1')) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('The wiki does not show the pages that were written')
}

/** The pages that are missing or say something else. */
async function differing(
  session: Session,
  pages: ReadonlyMap<string, string>
): Promise<Map<string, string>> {
  const titles = [...pages.keys()].join('|')
  const parameters = {prop: 'revisions', rvprop: 'content', rvslots: 'main', titles}
  const {query} = await session.post({action: 'query', ...parameters})
  const found = new Map(
    query?.pages?.map(({title, revisions}) => [title, revisions?.[0]?.slots.main.content])
  )
  return new Map([...pages].filter(([title, text]) => found.get(title) !== text))
}

/** A conversation with the action API: its cookies are kept. */
class Session {
  #url: string
  #cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  async login(name: string, password: string): Promise<void> {
    const token = await this.token('login')
    const {login} = await this.post({
      action: 'login',
      lgname: name,
      lgpassword: password,
      lgtoken: token
    })
    if (login?.result !== 'Success') throw new Error(`No login as ${name}: ${login?.reason}`)
  }

  async token(type: 'csrf' | 'login'): Promise<string> {
    const {query} = await this.post({action: 'query', meta: 'tokens', type})
    return query?.tokens?.[`${type}token`] ?? ''
  }

  async post(parameters: Record<string, string>): Promise<Answer> {
    const answer = await fetch(`${this.#url}/api.php`, {
      method: 'POST',
      headers: {cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ')},
      body: new URLSearchParams({...parameters, format: 'json', formatversion: '2'})
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    const body = (await answer.json()) as Answer
    if (body.error) throw new Error(`The wiki refuses ${parameters['action']}: ${body.error.info}`)
    return body
  }
}
