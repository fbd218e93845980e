//! The file in hand: its rows, the meaning of its columns, and the cells mended by hand.
//!
//! The file itself stays untouched; what is sent with it are [`Draft::mapping`] and [`Draft::edits`], from which the
//! server makes the same table.

use domain::imports::{ColumnWarning, Edit, Field, FileRefused, Mapping, Table, decode};

/// A file that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    name: String,
    table: Table,
    mapping: Mapping,
    edits: Vec<Edit>,
    columns: usize,
}

impl Draft {
    /// Reads a file of at most `limit_megabytes`.
    pub fn read(name: String, bytes: &[u8], limit_megabytes: u16) -> Result<Self, FileRefused> {
        let table = Table::read(&decode(bytes, limit_megabytes)?)?;
        Ok(Self {
            name,
            mapping: Mapping::recognize(&table),
            columns: table.header().len(),
            edits: Vec::new(),
            table,
        })
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// Its rows, with the cells mended by hand.
    pub fn table(&self) -> &Table {
        &self.table
    }
    /// What its columns mean.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }
    /// The cells mended by hand, in order.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }
    /// How many columns the file has; mending may have added more on the right.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Why users cannot be imported with these columns.
    pub fn refused(&self) -> Option<FileRefused> {
        self.mapping.check(&self.table).err()
    }

    /// Columns that are left out.
    pub fn warnings(&self) -> Vec<ColumnWarning> {
        self.mapping.warnings(&self.table)
    }

    /// What a column means.
    pub fn field(&self, column: usize) -> Option<Field> {
        self.mapping.columns.get(column).copied().flatten()
    }

    /// Gives a column a meaning, or none.
    pub fn map(&mut self, column: usize, field: Option<Field>) {
        self.mapping.set(column, field);
    }

    /// The first text of a column that is not empty.
    pub fn sample(&self, column: usize) -> Option<&str> {
        self.table
            .rows()
            .iter()
            .map(|row| row.cell(column))
            .find(|cell| !cell.is_empty())
    }

    /// The text of a row for a field; empty where there is no such column.
    pub fn cell(&self, row: usize, field: Field) -> &str {
        let column = self.mapping.column(field);
        column
            .and_then(|column| Some(self.table.rows().get(row)?.cell(column)))
            .unwrap_or_default()
    }

    /// Mends a cell. A field that no column means gets a column of its own.
    pub fn mend(&mut self, row: usize, field: Field, text: &str) {
        let column = self.mapping.column(field).unwrap_or_else(|| {
            let column = self.table.add_column(field);
            self.mapping.set(column, Some(field));
            column
        });
        let (Ok(at_row), Ok(at_column)) = (u32::try_from(row), u32::try_from(column)) else {
            return;
        };
        if self.table.set(row, column, text) {
            let text = text.to_owned();
            self.edits
                .retain(|edit| (edit.row, edit.column) != (at_row, at_column));
            self.edits.push(Edit {
                row: at_row,
                column: at_column,
                text,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(file: &str) -> Draft {
        Draft::read("people.csv".into(), file.as_bytes(), 1).unwrap()
    }

    /// What the server makes of the untouched file.
    fn sent(file: &str, draft: &Draft) -> Table {
        let mut table = Table::read(file).unwrap();
        table.apply(draft.mapping(), draft.edits());
        table
    }

    #[test]
    fn what_is_mended_here_is_mended_there() {
        let file = "email,first name\nann@b.co,Ann\nbo@,Bo\n";
        let mut draft = draft(file);
        draft.mend(1, Field::Email, "wrong");
        draft.mend(1, Field::Email, " bo@b.co ");
        draft.mend(0, Field::LastName, "Lee");
        draft.mend(1, Field::Password, "correct horse");
        assert_eq!(draft.cell(1, Field::Email), "bo@b.co");
        assert_eq!(draft.cell(0, Field::LastName), "Lee");
        assert_eq!((draft.columns(), draft.edits().len()), (2, 3));
        assert_eq!(sent(file, &draft), *draft.table());
    }

    #[test]
    fn a_column_mapped_by_hand_is_read_from_then_on() {
        let mut draft = draft("who,first name\nann@b.co,Ann\n");
        assert_eq!(draft.refused(), Some(FileRefused::NoIdentity));
        draft.map(0, Some(Field::Email));
        assert_eq!(draft.refused(), None);
        assert_eq!(draft.cell(0, Field::Email), "ann@b.co");
        assert_eq!(draft.sample(1), Some("Ann"));
    }
}
