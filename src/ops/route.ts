/** Answers GET and HEAD of a path. */
export type Route = (request: Request) => Promise<Response>;

export type Routes = ReadonlyMap<string, Route>;

/** Answers every method of a path, and checks itself who asks. @param client its address */
type Endpoint = (request: Request, client: string) => Promise<Response>;

export type Endpoints = ReadonlyMap<string, Endpoint>;
