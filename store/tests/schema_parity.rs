//! Two databases, one schema: the same tables, columns, nullability and unique keys, told by each database itself.

#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use store::check::TABLES;
use store::testing::each;
use store::{FromRow, Row, sql};
use store::{Kind, Store};

/// What only one database has: SQLite's index for contains-search is a table with four more behind it.
const ONLY_IN_ONE: &str = "users_search";

struct Column {
    table: String,
    name: String,
    nullable: bool,
}

impl FromRow for Column {
    fn from_row(row: &Row) -> Result<Self, store::Fault> {
        Ok(Self {
            table: row.get("name")?,
            name: row.get("column_name")?,
            nullable: row.get("nullable")?,
        })
    }
}

struct Unique {
    table: String,
    columns: String,
    partial: bool,
}

impl FromRow for Unique {
    fn from_row(row: &Row) -> Result<Self, store::Fault> {
        Ok(Self {
            table: row.get("name")?,
            columns: row.get("columns")?,
            partial: row.get("partial")?,
        })
    }
}

/// Tables with their columns, each with whether it may be null.
type Columns = BTreeMap<String, BTreeMap<String, bool>>;
/// Unique keys: the table, its columns, and whether only some rows count.
type Keys = BTreeSet<(String, String, bool)>;

async fn columns(store: &Store) -> Columns {
    let statement = match store.db().kind() {
        Kind::Sqlite => {
            "SELECT t.name, c.name AS column_name, (c.\"notnull\" = 0 AND c.pk = 0) AS nullable
             FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"
        }
        Kind::Postgres => {
            "SELECT table_name::TEXT AS name, column_name::TEXT AS column_name, is_nullable = 'YES' AS nullable
             FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let mut columns = Columns::new();
    let found: Vec<Column> = sql(statement)
        .fetch_all(&mut store.read().await.unwrap())
        .await
        .unwrap();
    for column in found.into_iter().filter(|column| is_ours(&column.table)) {
        columns
            .entry(column.table)
            .or_default()
            .insert(column.name, column.nullable);
    }
    columns
}

async fn unique_keys(store: &Store) -> Keys {
    let statement = match store.db().kind() {
        Kind::Sqlite => {
            "SELECT t.name, i.partial AS partial, (SELECT group_concat(name, ',') FROM
                (SELECT c.name FROM pragma_index_info(i.name) c ORDER BY c.name)) AS columns
             FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND i.\"unique\"
             UNION ALL
             SELECT t.name, FALSE, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND c.pk = 1 AND c.type = 'INTEGER'"
        }
        Kind::Postgres => {
            "SELECT t.relname::TEXT AS name, i.indpred IS NOT NULL AS partial, (SELECT string_agg(a.attname::TEXT, ',' ORDER BY a.attname)
                FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY (i.indkey)) AS columns
             FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE n.nspname = 'public' AND i.indisunique"
        }
    };
    let found: Vec<Unique> = sql(statement)
        .fetch_all(&mut store.read().await.unwrap())
        .await
        .unwrap();
    found
        .into_iter()
        .filter(|key| is_ours(&key.table))
        .map(|key| (key.table, key.columns, key.partial))
        .collect()
}

fn is_ours(table: &str) -> bool {
    !table.starts_with(ONLY_IN_ONE) && !table.starts_with("sqlite_") && table != "_sqlx_migrations"
}

#[tokio::test]
async fn both_databases_have_the_same_schema() {
    let schemas = std::sync::Mutex::new(Vec::new());
    each(async |store| {
        let schema = (columns(&store).await, unique_keys(&store).await);
        schemas.lock().unwrap().push(schema);
    })
    .await;
    let schemas = schemas.into_inner().unwrap();
    let [sqlite, postgres] = schemas.as_slice() else {
        panic!("{} databases", schemas.len())
    };
    assert!(sqlite.0.len() > 30, "{} tables", sqlite.0.len());
    assert_eq!(sqlite.0, postgres.0, "tables, columns, nullability");
    assert_eq!(sqlite.1, postgres.1, "unique keys");
}

#[tokio::test]
async fn check_reads_every_column_of_every_table() {
    each(async |store| {
        let schema = columns(&store).await;
        assert_eq!(TABLES.len(), schema.len());
        for table in TABLES {
            let checked: BTreeSet<&str> = table.column_names().collect();
            let there: BTreeSet<&str> = schema
                .get(table.name)
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            assert_eq!(
                checked, there,
                "{}: add the column to store/src/check/tables.rs",
                table.name
            );
        }
    })
    .await;
}
