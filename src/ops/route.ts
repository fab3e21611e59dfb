/** Answers GET and HEAD of a path. */
export type Route = (request: Request) => Promise<Response>;

export type Routes = ReadonlyMap<string, Route>;
