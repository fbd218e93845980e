-- A search reads the whole list of what its index has not taken in yet, so that list is kept short.
ALTER INDEX users_search SET (gin_pending_list_limit = 256);
