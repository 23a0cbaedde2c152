// The two roles of the database: one owns and migrates, the other serves requests and owns nothing.

/** Owner of the embedded cluster and of every table. */
export const OWNER_ROLE = 'assay_owner';
/** Role of every request: neither owner nor allowed to bypass row level security. */
export const APP_ROLE = 'assay_app';
