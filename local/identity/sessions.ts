import { randomBytes } from 'node:crypto';
import type { LocalPerson } from './people.ts';

/** Who is signed in, by a cookie of the issuer that no program sees. */
export class Sessions {
  private readonly people = new Map<string, LocalPerson>();
  private readonly cookie: string;

  /** Cookies are of a computer and not of a port, so the name of this one has the port of the issuer. */
  constructor(port: string) {
    this.cookie = `session-${port}`;
  }

  /** The header that sets the cookie. */
  begin(person: LocalPerson): string {
    const id = randomBytes(32).toString('base64url');
    this.people.set(id, person);
    return this.setting(id);
  }

  find(cookies: string | undefined): LocalPerson | undefined {
    return this.people.get(this.idIn(cookies));
  }

  /** Ends the session of a cookie, and gives the header that removes it. */
  end(cookies: string | undefined): string {
    this.people.delete(this.idIn(cookies));
    return `${this.setting('')}; Max-Age=0`;
  }

  private setting(value: string): string {
    return `${this.cookie}=${value}; Path=/; HttpOnly; SameSite=Lax`;
  }

  private idIn(cookies = ''): string {
    const pairs = cookies.split(/; */).map((pair) => pair.split('='));
    return pairs.find(([name]) => name === this.cookie)?.[1] ?? '';
  }
}
