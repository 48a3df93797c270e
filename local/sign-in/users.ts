export type SignInUser = { id: string; name: string; role: string; unitName?: string }

/** The sample users as the office knows them now; asked again for each page and each token. */
export type Users = () => Promise<SignInUser[]>

export const findUser = async (users: Users, id: string): Promise<SignInUser | undefined> =>
  (await users()).find((user) => user.id === id)
