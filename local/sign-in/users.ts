export type SignInUser = {
  id: string
  name: string
  role: string
  unitName?: string
  /** A bank's own system: nobody can choose to be it. */
  machine?: boolean | undefined
  /** What WeCom calls this person, where it is not the id. */
  wecom?: string | undefined
}

/** The sample users as the office knows them now; asked again for each page and each token. */
export type Users = () => Promise<SignInUser[]>

/** Those who sign in on the page. */
export const peopleAmong =
  (users: Users): Users =>
  async () =>
    (await users()).filter((user) => !user.machine)

export const findUser = async (users: Users, id: string): Promise<SignInUser | undefined> =>
  (await users()).find((user) => user.id === id)
