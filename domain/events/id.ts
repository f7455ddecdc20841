import { z } from 'zod';

/** An id that a desk, a page or the bureau made (a UUID): text that can stand in a file name and an address, and nothing else. */
export const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
