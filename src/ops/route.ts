/** For GET and HEAD. */
export type Route = (request: Request) => Promise<Response>;

export type Routes = ReadonlyMap<string, Route>;

/** For every method; checks itself who asks. @param client the address of the client */
type Endpoint = (request: Request, client: string) => Promise<Response>;

export type Endpoints = ReadonlyMap<string, Endpoint>;
