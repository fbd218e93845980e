use super::*;
use proptest::prelude::*;

fn cells(table: &Table) -> Vec<(u32, Vec<&str>)> {
    table
        .rows()
        .iter()
        .map(|row| (row.line(), row.cells().collect()))
        .collect()
}

#[test]
fn every_delimiter_and_line_end_is_read() {
    for delimiter in [",", ";", "\t", "|"] {
        for newline in ["\n", "\r\n", "\r"] {
            let file = ["email,firstname", "a@b.co,Ann", "c@d.co,Cy"]
                .map(|line| line.replace(',', delimiter))
                .join(newline);
            let table = Table::read(&file).unwrap();
            assert_eq!(table.delimiter().to_string(), delimiter);
            assert_eq!(table.header(), ["email", "firstname"]);
            assert_eq!(
                cells(&table),
                [(2, vec!["a@b.co", "Ann"]), (3, vec!["c@d.co", "Cy"])]
            );
        }
    }
}

#[test]
fn a_row_is_named_by_the_line_on_which_it_starts() {
    let table = Table::read("\n\nemail;address\r\n\r\na@b.co;\"1 Road\r\nTown\r\n\"\r\n ; \r\n\r\nc@d.co;\n")
        .unwrap();
    assert_eq!(
        cells(&table),
        [(5, vec!["a@b.co", "1 Road\nTown"]), (10, vec!["c@d.co", ""])]
    );
}

#[test]
fn a_row_keeps_the_cells_it_has() {
    let table = Table::read("email,firstname\na@b.co\nb@b.co,Bo,more\n").unwrap();
    assert_eq!(
        cells(&table),
        [(2, vec!["a@b.co"]), (3, vec!["b@b.co", "Bo", "more"])]
    );
}

#[test]
fn a_delimiter_inside_cells_does_not_mislead() {
    let table =
        Table::read("email;groups;lastname\na@b.co;\"A;B\";Doe, John, Sir\nc@d.co;A;Roe, Jane, Dame\n")
            .unwrap();
    assert_eq!(table.delimiter(), ';');
    assert_eq!(table.rows()[0].cell(1), "A;B");
    assert_eq!(
        Table::read("sep=|\nemail|phone\na@b.co|1\n").unwrap().rows()[0].line(),
        3
    );
}

#[test]
fn a_file_is_refused_for_one_reason() {
    for (file, refused) in [
        ("email,firstname\n", FileRefused::HeadersOnly),
        ("email,firstname\n,\n\n", FileRefused::HeadersOnly),
        ("a@b.co,Ann\nc@d.co,Cy\n", FileRefused::NoHeaders),
        (
            "email,phone\na@b.co,\"1\nc@d.co,2\n",
            FileRefused::OpenQuote { line: 2 },
        ),
        (
            "E-Mail,phone,e_mail\na@b.co,1,c@d.co\n",
            FileRefused::EqualHeaders {
                name: "e_mail".into(),
                first: 1,
                second: 3,
            },
        ),
    ] {
        assert_eq!(Table::read(file).map(|_| ()), Err(refused), "{file}");
    }
    assert!(
        Table::read("email,,\na@b.co,,\n").is_ok(),
        "columns without a header are not equal"
    );
}

#[test]
fn a_list_of_addresses_is_a_form_of_its_own() {
    let table = Table::read("a@b.co\n\nc@d.co;\nnobody\n").unwrap();
    assert_eq!(table.form(), TableForm::Addresses);
    assert_eq!(table.rows().len(), 3);
    assert_eq!(Table::read("email\na@b.co\n").unwrap().form(), TableForm::Users);
}

#[test]
fn cells_can_be_mended_in_place() {
    let mut table = Table::read("email,location\na@b.co,Berln\nc@d.co,Berln\ne@f.co\n").unwrap();
    assert_eq!(table.replace_in_column(1, "Berln", "Berlin"), 2);
    assert!(table.set(2, 1, " Berlin "));
    assert!(!table.set(2, 2, "beyond"));
    assert!(!table.set(9, 0, "beyond"));
    assert!(table.rows().iter().all(|row| row.cell(1) == "Berlin"));
    let mut mapping = Mapping::recognize(&table);
    mapping.columns.push(Some(Field::Password));
    let edit = Edit {
        row: 1,
        column: 2,
        text: "geheim".into(),
    };
    table.apply(&mapping, &[edit]);
    assert_eq!(
        (table.header()[2].as_str(), table.rows()[1].cell(2)),
        ("password", "geheim")
    );
}

proptest! {
    /// Whatever is written with any delimiter, line end, quoting and encoding is read back.
    #[test]
    fn what_is_written_is_read_back(
        width in 2..6usize,
        texts in proptest::collection::vec("[a-zß€é王,;|\t\"' \n]{0,8}", 1..60),
        delimiter in proptest::sample::select(&DELIMITERS[..]),
        newline in proptest::sample::select(&["\n", "\r\n", "\r"][..]),
        always_quote in any::<bool>(),
        encoding in 0..5,
    ) {
        let mut expected = Vec::new();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .quote_style(if always_quote { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
            .from_writer(Vec::new());
        writer.write_record(["email", "firstname", "lastname", "phone", "role"].iter().take(width)).unwrap();
        for row in texts.chunks_exact(width) {
            writer.write_record(row).unwrap();
            let row: Vec<String> = row.iter().map(|cell| cell.trim().to_owned()).collect();
            if row.iter().any(|cell| !cell.is_empty()) {
                expected.push(row);
            }
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap().replace('\n', newline);
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            2 => [vec![0xFF, 0xFE], wide(u16::to_le_bytes)].concat(),
            3 => [vec![0xFE, 0xFF], wide(u16::to_be_bytes)].concat(),
            _ => wide(u16::to_le_bytes),
        };
        let read = crate::imports::decode(&bytes, 1).and_then(|text| Table::read(&text));
        if expected.is_empty() {
            prop_assert_eq!(read, Err(FileRefused::HeadersOnly));
        } else {
            let read = read.unwrap();
            prop_assert_eq!(read.delimiter(), char::from(delimiter));
            let rows: Vec<Vec<String>> =
                read.rows().iter().map(|row| row.cells().map(str::to_owned).collect()).collect();
            prop_assert_eq!(rows, expected);
        }
    }
}
