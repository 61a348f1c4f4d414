/** Version of this app, as its build names it. */
export const APP_VERSION: string = import.meta.env.WAYMARK_VERSION ?? 'development';
