-- Those tables and columns of Engine DJ's m.db that matter here, after public descriptions of it.
CREATE TABLE Information (id INTEGER PRIMARY KEY, uuid TEXT, schemaVersionMajor INTEGER, schemaVersionMinor INTEGER, schemaVersionPatch INTEGER);
CREATE TABLE Track (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT, filename TEXT, title TEXT, genre TEXT, comment TEXT, streamingSource TEXT, uri TEXT);
CREATE TABLE Playlist (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, parentListId INTEGER, nextListId INTEGER);
CREATE TABLE PlaylistEntity (id INTEGER PRIMARY KEY AUTOINCREMENT, listId INTEGER, trackId INTEGER, databaseUuid TEXT, nextEntityId INTEGER);
