/** The item whose answers were requested by the route; without an id, all with new answers. */
export type Wanted = Readonly<{ itemId?: string | undefined }>;
