package dk.borgermaaling.gateway.murder;

/**
 * The roads of one node.
 *
 * @param database from it to PostgreSQL
 * @param post from it to Serviceplatformen
 */
record Roads(Wire database, Wire post) {
  void mend() {
    database.mend();
    post.mend();
  }

  void close() {
    database.close();
    post.close();
  }
}
