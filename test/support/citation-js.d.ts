/** Citation.js comes without types; this is all that the tests use of it. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { readonly forceType: string });
    readonly data: unknown;
  }
}
declare module '@citation-js/plugin-ris';
