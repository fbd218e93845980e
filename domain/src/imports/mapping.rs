//! Which column means what: recognized from the headers, then corrected by hand.

use super::failing::ERROR_HEADER;
use super::field::{Field, bare};
use super::refusal::FileRefused;
use super::table::{Table, TableForm};
use serde::{Deserialize, Serialize};

/// The meaning of each column of a table, in order; `None` for a column that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping {
    /// One member a column.
    pub columns: Vec<Option<Field>>,
}

/// A column that will not be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ColumnWarning {
    /// No field is known by this header.
    #[error("column {column}, \"{header}\", is not known and left out; map it by hand if it is needed")]
    Unknown {
        /// Counted from 1.
        column: u32,
        /// The header as written.
        header: String,
    },
    /// Another column already has the meaning of this one.
    #[error("column {column}, \"{header}\", also looks like {field} and is left out")]
    Second {
        /// Counted from 1.
        column: u32,
        /// The header as written.
        header: String,
        /// The meaning.
        field: Field,
    },
    /// There are cells below an empty header.
    #[error("column {column} has no header and is left out")]
    Unnamed {
        /// Counted from 1.
        column: u32,
    },
}

impl Mapping {
    /// Recognizes the headers of a table. When two mean the same, the first one counts.
    pub fn recognize(table: &Table) -> Self {
        let mut mapping = Self::default();
        for header in table.header() {
            let field = Field::recognize(header).filter(|field| mapping.column(*field).is_none());
            mapping.columns.push(field);
        }
        // "Name" beside "Vorname" or "first name" is the last name; alone it could be anything.
        if mapping.column(Field::FirstName).is_some() && mapping.column(Field::LastName).is_none() {
            let name = table.header().iter().position(|header| bare(header) == "name");
            if let Some(column) = name.and_then(|column| mapping.columns.get_mut(column)) {
                *column = Some(Field::LastName);
            }
        }
        mapping
    }

    /// The place of the column that means a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    /// Gives a column a meaning, or none; another column that had it loses it.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        if field.is_some() {
            for other in self.columns.iter_mut().filter(|other| **other == field) {
                *other = None;
            }
        }
        if self.columns.len() <= column {
            self.columns.resize(column + 1, None);
        }
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = field;
        }
    }

    /// Whether users can be imported with it.
    pub fn check(&self, table: &Table) -> Result<(), FileRefused> {
        if table.form() == TableForm::Addresses {
            return Err(FileRefused::AddressList {
                addresses: u32::try_from(table.rows().len()).unwrap_or(u32::MAX),
            });
        }
        for (i, field) in self.columns.iter().enumerate() {
            if let Some(field) = field
                && self
                    .columns
                    .iter()
                    .skip(i + 1)
                    .any(|other| other == &Some(*field))
            {
                return Err(FileRefused::MappedTwice { field: *field });
            }
        }
        [Field::Username, Field::Email, Field::ExternalId]
            .into_iter()
            .any(|field| self.column(field).is_some())
            .then_some(())
            .ok_or(FileRefused::NoIdentity)
    }

    /// The columns that are left out, but for the errors of an earlier import and empty ones.
    pub fn warnings(&self, table: &Table) -> Vec<ColumnWarning> {
        let left_out = table.header().iter().enumerate().filter(|(i, header)| {
            self.columns.get(*i).is_none_or(Option::is_none) && *header != ERROR_HEADER
        });
        left_out
            .filter_map(|(i, header)| {
                let column = u32::try_from(i + 1).unwrap_or(u32::MAX);
                let header = header.clone();
                if header.is_empty() {
                    let used = table.rows().iter().any(|row| !row.cell(i).is_empty());
                    used.then_some(ColumnWarning::Unnamed { column })
                } else if let Some(field) = Field::recognize(&header).filter(|f| self.column(*f).is_some()) {
                    Some(ColumnWarning::Second {
                        column,
                        header,
                        field,
                    })
                } else {
                    Some(ColumnWarning::Unknown { column, header })
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognized(header: &str) -> (Table, Mapping) {
        let table = Table::read(&format!("{header}\nx,y,z,z,z\n")).unwrap();
        let mapping = Mapping::recognize(&table);
        (table, mapping)
    }

    #[test]
    fn what_is_not_recognized_is_a_warning() {
        let (table, mapping) = recognized("E-Mail,Courriel,Shoe size,,error");
        assert_eq!(mapping.columns, [Some(Field::Email), None, None, None, None]);
        assert_eq!(mapping.check(&table), Ok(()));
        let warnings: Vec<String> = mapping.warnings(&table).iter().map(ToString::to_string).collect();
        assert_eq!(
            warnings,
            [
                "column 2, \"Courriel\", also looks like email and is left out",
                "column 3, \"Shoe size\", is not known and left out; map it by hand if it is needed",
                "column 4 has no header and is left out",
            ]
        );
    }

    #[test]
    fn name_beside_first_name_is_the_last_name() {
        assert_eq!(
            recognized("email,vorname,name").1.column(Field::LastName),
            Some(2)
        );
        assert_eq!(recognized("email,name,phone").1.column(Field::LastName), None);
    }

    #[test]
    fn a_column_is_mapped_by_hand() {
        let (table, mut mapping) = recognized("who,phone,role");
        assert_eq!(mapping.check(&table), Err(FileRefused::NoIdentity));
        mapping.set(0, Some(Field::Email));
        assert_eq!(mapping.check(&table), Ok(()));
        mapping.set(1, Some(Field::Email));
        assert_eq!(mapping.columns, [None, Some(Field::Email), Some(Field::Role)]);
        mapping.columns[0] = Some(Field::Email);
        assert_eq!(
            mapping.check(&table),
            Err(FileRefused::MappedTwice { field: Field::Email })
        );
    }

    #[test]
    fn a_list_of_addresses_imports_no_users() {
        let table = Table::read("a@b.co\nc@d.co\n").unwrap();
        let refused = Mapping::recognize(&table).check(&table).unwrap_err();
        assert_eq!(refused, FileRefused::AddressList { addresses: 2 });
        assert!(refused.to_string().contains("Invitations"));
    }
}
